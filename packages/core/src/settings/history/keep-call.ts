import { LMError } from '../../errors/lm-error.ts'
import { identityOf } from '../../internal/identity-of.ts'
import type { LM } from '../../lm/lm.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import type { LMResponse } from '../../lm/lm-response.ts'
import { nextCallNumber } from '../call-number.ts'
import { configured } from '../configure.ts'
import { errorFacts } from '../error-facts.ts'
import { firstEventMs } from '../first-event.ts'
import { guarded } from '../guarded.ts'
import { currentScope } from '../scope.ts'
import type { CallEntry } from './call-entry.ts'
import { addToRing } from './call-ring.ts'
import { resolveHistoryOptions } from './history-options.ts'
import { messageBytes, responseBytes } from './kept-bytes.ts'

/** An LM call that is over. */
export interface EndedCall {
  lm: LM
  request: LMRequest
  /** The id that callbacks were told, if there were any. */
  callId: string | undefined
  predictor: object | undefined
  streamed: boolean
  /** Of `performance.now()`. */
  startedAt: number
  outcome: { response: LMResponse } | { error: unknown }
}

/** Keeps a call for `inspectHistory`, unless the settings say otherwise, and for a keeper; nothing is copied. */
export function keepCall(call: EndedCall): void {
  const scope = currentScope()
  const limits = resolveHistoryOptions(scope.settings.history ?? configured().history)
  if (limits.calls === 0 && scope.keeper === undefined) return
  // A foreign LM may have replied with anything.
  guarded('The history', () => {
    const { lm, request, predictor, outcome, startedAt } = call
    const { messages, config } = request
    const { modules, nameOf } = scope
    const name = predictor && (nameOf ? nameOf(predictor) : 'self')
    const entry: CallEntry = {
      callId: call.callId ?? nextCallNumber(),
      model: lm.model,
      lm: identityOf(lm),
      predictor: predictor && identityOf(predictor),
      predictorName: name,
      modules,
      messages,
      config,
      streamed: call.streamed,
      result: 'response' in outcome ? outcome.response : failure(outcome.error),
      startedAt,
      endedAt: performance.now(),
      firstEventMs: call.streamed ? firstEventMs(request) : undefined,
      bytes: messageBytes(messages) + ('response' in outcome ? responseBytes(outcome.response) : 0),
    }
    if (limits.calls > 0) addToRing(entry, limits)
    scope.keeper?.add(entry)
  })
}

function failure(error: unknown): {
  error: ReturnType<typeof errorFacts>
  costUSD: number | null
} {
  return {
    error: errorFacts(error),
    costUSD: (LMError.is(error) ? error.costUSD : undefined) ?? null,
  }
}
