import type { LM, LMRequest, LMResponse } from '@ockham/core'
import type { BudgetLedger } from '../budget/budget-ledger.ts'
import { currentCallScope, type KeptReply } from '../budget/call-scope.ts'
import { metered } from '../budget/metered.ts'
import { recordCall } from '../budget/record-call.ts'
import { serviceOf } from '../budget/service-of.ts'
import { fingerprint } from './fingerprint.ts'

/**
 * The replies of a run by what was asked: candidates whose predictors ask an LM the same as others did are answered
 * the same, at no cost. Within one evaluation every call is made, since a program that asks twice wants two replies.
 */
export class SharedReplies {
  private readonly replies = new Map<string, KeptReply>()
  private readonly underWay = new Map<string, Promise<LMResponse>>()
  private readonly numbers = new Map<LM, number>()

  /** Takes replies that were paid for before, by a run that this one resumes. */
  restore(replies: readonly KeptReply[]): void {
    for (const reply of replies) this.replies.set(reply[0], reply)
  }

  /** The same LM, whose calls a ledger allows and counts, as far as the replies are not known. */
  of(lm: LM, ledger: BudgetLedger): LM {
    // LMs come here in the same order in each run, also in one that resumes another.
    const number = this.numbers.get(lm) ?? this.numbers.size
    this.numbers.set(lm, number)
    return metered(lm, ledger, (request, pay) => this.answer({ lm, number, request }, pay))
  }

  /** The reply to a request: a known one, that of a call under way, or what `pay` gets. */
  private async answer(
    { lm, number, request }: { lm: LM; number: number; request: LMRequest },
    pay: () => Promise<LMResponse>,
  ): Promise<LMResponse> {
    const scope = currentCallScope()
    const asked = nameOf(number, lm, request)
    if (!scope || asked === undefined) return pay()
    const name = `${asked} ${scope.count(asked)}`
    // Where that fails whoever waited makes the call. Nothing may come between the last look and the call.
    for (let call = this.underWay.get(name); call; call = this.underWay.get(name)) {
      await call.catch(() => undefined)
    }
    const known = this.replies.get(name)
    if (known) {
      const [, response, savedMs] = known
      const saved = {
        savedUSD: response.costUSD ?? null,
        savedMs,
        ...serviceOf(lm.model, response),
      }
      recordCall({ model: lm.model, costUSD: 0, cached: true, bound: null, ...saved })
      return freeCopy(response)
    }
    const startedAt = performance.now()
    const call = pay()
    this.underWay.set(name, call)
    try {
      const response = await call
      const kept: LMResponse = JSON.parse(JSON.stringify(response))
      const reply: KeptReply = [name, kept, performance.now() - startedAt]
      this.replies.set(name, reply)
      scope.replies.push(reply)
      return response
    } finally {
      this.underWay.delete(name)
    }
  }
}

function nameOf(number: number, lm: LM, asked: LMRequest): string | undefined {
  // How it is asked, such as by a cascade, changes nothing of what is asked.
  const { signal: _, allowance: __, ...request } = asked
  try {
    const wire = lm.fingerprint?.(request) ?? request
    return fingerprint(number, lm.model, wire, request.config?.rolloutId)
  } catch {
    // What JSON cannot hold is asked each time.
    return undefined
  }
}

function freeCopy(response: LMResponse): LMResponse {
  const usage = { inputTokens: 0, outputTokens: 0 }
  return { ...structuredClone(response), usage, costUSD: 0, cached: true }
}
