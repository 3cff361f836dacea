import type { LM, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'

/** What one call does, in this order: waits, yields the texts `gapMs` apart, then ends as told. */
export interface ScriptedCall {
  afterMs?: number
  texts?: readonly string[]
  gapMs?: number
  /** Default: a reply of the texts. `cut` ends a stream without one; `silence` lasts until the signal fires. */
  end?: LMResponse | 'cut' | 'silence' | { throws: unknown }
}

/** An LM that follows a script; the last entry serves all further calls. */
export interface ScriptedLM extends LM {
  readonly requests: readonly LMRequest[]
  /** Calls begun and not yet ended in any way. */
  readonly running: number
  /** The most calls that ran at once. */
  readonly most: number
  /** Calls that the signal ended. */
  readonly aborted: number
}

/** A whole reply that cost one US cent. */
export function reply(text: string, model: string): LMResponse {
  return {
    model,
    outputs: [{ text, finishReason: 'stop' }],
    usage: { inputTokens: 3, outputTokens: 2 },
    costUSD: 0.01,
  }
}

export function scriptedLM(
  model: string,
  script: readonly ScriptedCall[] | ((call: number) => ScriptedCall),
  facts: Partial<LM> = {},
): ScriptedLM {
  const requests: LMRequest[] = []
  let running = 0
  let most = 0
  let aborted = 0

  function take(request: LMRequest): ScriptedCall {
    const index = requests.push(request) - 1
    const call = typeof script === 'function' ? script(index) : (script[index] ?? script.at(-1))
    return call ?? {}
  }

  async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (ms <= 0) return
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        aborted += 1
        reject(signal?.reason)
      }
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', stop)
          resolve()
        },
        Math.min(ms, 100_000),
      )
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    })
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    running += 1
    most = Math.max(most, running)
    try {
      const { afterMs = 0, texts = ['yes'], gapMs = 0, end } = take(request)
      await pause(afterMs, request.signal)
      const throws = typeof end === 'object' && 'throws' in end
      for (const text of throws && gapMs === 0 && texts.length === 1 ? [] : texts) {
        yield { type: 'text-delta', index: 0, text }
        await pause(gapMs, request.signal)
      }
      if (end === 'cut') return
      if (end === 'silence') await pause(Number.POSITIVE_INFINITY, request.signal)
      if (throws) throw end.throws
      const whole = typeof end === 'object' ? end : reply(texts.join(''), model)
      yield { type: 'finish', response: whole }
    } finally {
      running -= 1
    }
  }

  return {
    model,
    ...facts,
    get requests() {
      return requests
    },
    get running() {
      return running
    },
    get most() {
      return most
    },
    get aborted() {
      return aborted
    },
    async generate(request) {
      for await (const event of stream(request)) if (event.type === 'finish') return event.response
      throw new RangeError('only a stream can be cut')
    },
    stream,
  }
}
