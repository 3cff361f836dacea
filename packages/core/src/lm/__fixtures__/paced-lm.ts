import type { LM } from '../lm.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'

/** An LM that streams the same for every request, and counts what is done to it. */
export interface PacedLM extends LM {
  readonly opened: number
  readonly closed: number
  readonly signals: AbortSignal[]
}

/** Waits before each text, then replies or throws; it ends early when its signal fires. */
export function pacedLM(
  texts: readonly string[],
  end: LMResponse | { throws: unknown },
  pauseMs = 1,
): PacedLM {
  const signals: AbortSignal[] = []
  let closed = 0
  const pause = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, pauseMs)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    })
  return {
    model: 'test/a',
    signals,
    get opened() {
      return signals.length
    },
    get closed() {
      return closed
    },
    generate: () => Promise.reject(new RangeError('only streams')),
    async *stream({ signal }): AsyncGenerator<LMStreamEvent, void> {
      if (signal) signals.push(signal)
      try {
        for (const text of texts) {
          await pause(signal)
          yield { type: 'text-delta', index: 0, text }
        }
        if ('throws' in end) throw end.throws
        yield { type: 'finish', response: end }
      } finally {
        closed += 1
      }
    },
  }
}
