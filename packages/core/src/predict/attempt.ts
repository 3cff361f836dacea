import { AbortError } from '../errors/abort-error.ts'
import type { AdapterParseError } from '../errors/adapter-parse-error.ts'
import { untilAborted } from '../internal/until-aborted.ts'
import type { LM } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { LMRequest } from '../lm/lm-request.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { Predictor } from '../module/predictor.ts'
import { askForCitations } from '../prompt/native/ask-for-citations.ts'
import { fieldsOfType } from '../prompt/native/native-fields.ts'
import { type NativePlan, planNative } from '../prompt/native/native-plan.ts'
import { partialOf } from '../prompt/partial/partial-of.ts'
import { timeFirstEvent } from '../settings/first-event.ts'
import { type EndedCall, keepCall } from '../settings/history/keep-call.ts'
import { observed } from '../settings/observed.ts'
import { currentScope } from '../settings/scope.ts'
import type { StreamedCall } from '../settings/stream-sink.ts'
import type { ResolvedCall } from './resolve-call.ts'
import { StreamedReply } from './streamed-reply.ts'
import { withAddedInputs } from './with-added-inputs.ts'

/** One LM call: its reply, how it was streamed, if it was, and which fields came beside its text. */
export interface Attempt {
  response: LMResponse
  stream: StreamedReply | undefined
  plan: NativePlan
}

interface AttemptOptions extends ResolvedCall {
  predictor: Predictor
  inputs: Readonly<Record<string, unknown>>
  /** How a stream sees the call, if one does. */
  streamed: StreamedCall | undefined
  /** Why the reply before this attempt could not be read. */
  retry?: AdapterParseError
}

/** Formats, calls the LM, and counts what it used. */
export function attempt(options: AttemptOptions): Promise<Attempt> {
  const { lm, adapter, predictor, signal } = options
  const { signature, inputs } = withAddedInputs(predictor, options.inputs)
  const plan = planNative(adapter, signature, inputs, lm.capabilities ?? {}, options.config)
  const native = adapter.useNativeFunctionCalling === true && lm.capabilities?.tools === true
  const messages = observed('adapterFormat', adapter, inputs, () =>
    adapter.format(plan.told, predictor.demos, inputs, { native }),
  )
  const asked = plan.citations ? askForCitations(messages) : messages
  const request: LMRequest = {
    messages: options.retry ? [...asked, ...correction(options.retry)] : asked,
    config: requestConfig(options, plan),
    ...(signal ? { signal } : {}),
  }
  const stream = streamOf(options, plan)
  const reply = countedCall(lm, request, { stream, predictor })
  return reply.then((response) => ({ response, stream, plan }))
}

function streamOf(
  { adapter, streamed }: AttemptOptions,
  plan: NativePlan,
): StreamedReply | undefined {
  const { sink } = currentScope()
  if (!sink || !streamed) return undefined
  const { outputFields } = plan.signature
  return new StreamedReply({
    sink,
    call: streamed,
    outputFields,
    thoughtField: fieldsOfType(outputFields, 'Reasoning')[0]?.name,
    makeParser: () => adapter.fieldStream(plan.told),
    makePartial: (field) => partialOf(adapter, field),
  })
}

/** An LM call that callbacks see, the ledger counts and the history keeps. */
export async function countedCall(
  lm: LM,
  request: LMRequest,
  { stream, predictor }: { stream?: StreamedReply | undefined; predictor?: Predictor } = {},
): Promise<LMResponse> {
  let callId: string | undefined
  const startedAt = performance.now()
  const keep = (outcome: EndedCall['outcome']): void =>
    keepCall({ lm, request, callId, predictor, streamed: stream !== undefined, startedAt, outcome })
  try {
    const response = await observed('lm', lm, request, (id) => {
      callId = id
      if (!stream) return generate(lm, request)
      const first = timeFirstEvent(request)
      return stream.receive(lm.stream(request), request.signal, first)
    })
    currentScope().ledger?.record(response)
    keep({ response })
    return response
  } catch (error) {
    keep({ error })
    throw error
  }
}

// An LM that ignores its signal must not keep the program from ending at an abort.
function generate(lm: LM, request: LMRequest): Promise<LMResponse> {
  const { signal } = request
  const response = lm.generate(request)
  return signal ? untilAborted(response, signal, () => new AbortError(signal.reason)) : response
}

function requestConfig({ adapter, config, lm }: AttemptOptions, plan: NativePlan): LMConfig {
  // A reply that quotes cannot also be held to a schema.
  const format = plan.citations ? undefined : adapter.config?.(plan.told, lm.capabilities ?? {})
  if (!format && plan.told === plan.signature) return config
  return { ...format, ...config, ...plan.config }
}

// Without this, asking the same again would bring the same reply, from a cache or at temperature 0.
function correction(failure: AdapterParseError): LMMessage[] {
  return [
    // Vendors refuse a message without content.
    ...(failure.text.trim() === '' ? [] : [{ role: 'assistant' as const, content: failure.text }]),
    {
      role: 'user',
      content: `That reply cannot be used: the field \`${failure.field}\` could not be read. Reply again, with nothing but the JSON object described above.`,
    },
  ]
}
