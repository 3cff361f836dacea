import { rateLimitsFrom } from '../failure/rate-limits-from.ts'
import { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import type { Ask } from '../vendor/vendor.ts'
import type { AISDKModel } from './ai-sdk-model.ts'
import { fromAISDKError } from './from-ai-sdk-error.ts'
import { fromAISDKResult } from './from-ai-sdk-result.ts'
import { FromAISDKStream } from './from-ai-sdk-stream.ts'
import { toAISDKCall } from './to-ai-sdk-call.ts'

/** Asks a model object of the AI SDK; there is nothing to connect to. */
export function askAISDK(model: AISDKModel, headers: Readonly<Record<string, string>>): Ask {
  return async (request, { signal }) => {
    const call = { ...toAISDKCall(request, model), headers: { ...headers }, abortSignal: signal }
    try {
      // Each version of the interface takes these options; see `AISDKModel`.
      const options = call as never
      if (!request.streamed) return one(WireObject.of(await model.doGenerate(options)))
      const result = await model.doStream(options)
      return streamed(result.stream, headersOf(WireObject.of(result)), signal)
    } catch (error) {
      throw fromAISDKError(error)
    }
  }
}

async function* one(result: WireObject | undefined): AsyncGenerator<readonly ReplyPart[]> {
  if (!result) throw new Error('`doGenerate` gave no result.')
  yield limits(headersOf(result))
  yield fromAISDKResult(result)
}

async function* streamed(
  stream: ReadableStream<unknown>,
  headers: Headers,
  signal: AbortSignal,
): AsyncGenerator<readonly ReplyPart[]> {
  const reader = stream.getReader()
  // A model that does not heed the signal must at least notice that nobody reads any more.
  const leave = (): void => {
    reader.cancel().catch(() => {})
  }
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
  const translator = new FromAISDKStream()
  try {
    yield limits(headers)
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const part = WireObject.of(step.value)
      if (part) yield translator.parts(part)
    }
  } catch (error) {
    throw fromAISDKError(error)
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

function headersOf(result: WireObject | undefined): Headers {
  const headers = new Headers()
  const given = result?.object('response')?.json('headers')
  if (typeof given !== 'object' || given === null) return headers
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

function limits(headers: Headers): readonly ReplyPart[] {
  const found = rateLimitsFrom(headers)
  return found ? [{ type: 'limits', limits: found }] : []
}
