import { resolveSSEOptions, type SSEOptions } from './sse-options.ts'
import { done, errorText, eventText, heartbeat } from './sse-text.ts'

/**
 * The events of a stream as server-sent events, one each: `event` is its type, `data` the event as JSON.
 * An error is an event `error { code, message }`; the last event is `done`. A slow reader slows the program, and
 * one that cancels aborts it. Throws `OptionError`. (dspy.streaming.streaming_response)
 */
export function toSSE(
  stream: AsyncIterable<{ readonly type: string }>,
  options: SSEOptions = {},
): ReadableStream<Uint8Array> {
  const { heartbeatMs, errorMessage } = resolveSSEOptions(options)
  const encoder = new TextEncoder()
  let events: AsyncIterator<{ readonly type: string }> | undefined
  let sent = 0

  async function next(): Promise<{ text: string; isLast: boolean }> {
    try {
      events ??= stream[Symbol.asyncIterator]()
      const { value, done: isOver } = await events.next()
      if (isOver) return { text: done, isLast: true }
      sent += 1
      return { text: eventText(value, sent), isLast: false }
    } catch (error) {
      return { text: errorText(error, errorMessage(error)) + done, isLast: true }
    }
  }

  let beat: NodeJS.Timeout | undefined
  let isOver = false
  const end = (): void => {
    isOver = true
    clearInterval(beat)
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        beat ??= setInterval(() => {
          // Who reads nothing needs no sign of life either.
          if ((controller.desiredSize ?? -1) >= 0) controller.enqueue(encoder.encode(heartbeat))
        }, heartbeatMs).unref()
        const { text, isLast } = await next()
        if (isOver) return
        beat.refresh()
        controller.enqueue(encoder.encode(text))
        if (!isLast) return
        end()
        controller.close()
      },
      async cancel() {
        end()
        await events?.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
