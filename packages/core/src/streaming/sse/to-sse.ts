import { OckhamError } from '../../errors/ockham-error.ts'
import type { FieldEvent } from '../../settings/stream-sink.ts'
import type { StreamEvent } from '../stream-event.ts'
import type { SentError } from './sent-event.ts'
import { resolveSSEOptions, type SSEOptions } from './sse-options.ts'

const heartbeat = ': heartbeat\n\n'
/** What ends a stream that is whole, as in DSPy. */
const done = 'data: [DONE]\n\n'

/**
 * A stream as server-sent events, one an event: its type is the event's name, its JSON the data; `[DONE]` comes
 * last, or an `error` event. It reads no faster than it is read, and cancelling it ends the program.
 * Throws `OptionError`. (dspy.streaming.streaming_response)
 */
export function toSSE<Outputs extends object, Field extends FieldEvent>(
  stream: AsyncIterable<StreamEvent<Outputs, Field>>,
  options: SSEOptions = {},
): ReadableStream<Uint8Array> {
  const { heartbeatMs, errorMessage } = resolveSSEOptions(options)
  const encoder = new TextEncoder()
  const iterator = stream[Symbol.asyncIterator]()
  let id = 0
  const message = (event: { readonly type: string }): string => {
    id += 1
    return `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event, withoutBigInt)}\n\n`
  }
  let beat: NodeJS.Timeout | undefined
  let isLeft = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text))
      if (heartbeatMs > 0) {
        beat = setInterval(() => {
          // Nobody needs a sign of life who has not taken the last one.
          if ((controller.desiredSize ?? 0) > 0) send(heartbeat)
        }, heartbeatMs)
        beat.unref()
      }
      try {
        const result = await iterator.next()
        clearInterval(beat)
        if (isLeft) return
        if (result.done !== true) return send(message(result.value))
        send(done)
      } catch (error) {
        clearInterval(beat)
        // An event that cannot be written as JSON ends the stream too, and the program with it.
        await iterator.return?.()
        send(message(errorEvent(error, errorMessage(error))))
      }
      controller.close()
    },
    async cancel() {
      isLeft = true
      clearInterval(beat)
      await iterator.return?.()
    },
  })
}

function errorEvent(error: unknown, message: string): SentError {
  return { type: 'error', message, ...(OckhamError.is(error) ? { code: error.code } : {}) }
}

function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
