import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'

/** What one call does: yields the texts, then throws, ends without a finish, or replies. */
export interface ScriptedCall {
  texts?: string[]
  end: LMResponse | 'cut' | { throws: unknown }
}

/** An LM that follows a script, one entry a call, and counts what is done to it. */
export interface ScriptedLM extends LM {
  readonly requests: LMRequest[]
  /** Streams begun, and streams whose generator has run its `finally`. */
  readonly opened: number
  readonly closed: number
}

export function scriptedLM(model: string, script: ScriptedCall[]): ScriptedLM {
  const requests: LMRequest[] = []
  let opened = 0
  let closed = 0
  function take(request: LMRequest): ScriptedCall {
    const call = script[requests.length]
    requests.push(request)
    if (call === undefined) throw new RangeError(`${model} was called more often than scripted`)
    return call
  }
  return {
    model,
    requests,
    get opened() {
      return opened
    },
    get closed() {
      return closed
    },
    async generate(request) {
      const { end } = take(request)
      if (end === 'cut') throw new RangeError('only a stream can be cut')
      if ('throws' in end) throw end.throws
      return end
    },
    async *stream(request): AsyncGenerator<LMStreamEvent, void> {
      opened += 1
      try {
        const { texts = [], end } = take(request)
        for (const text of texts) yield { type: 'text-delta', index: 0, text }
        if (end === 'cut') return
        if ('throws' in end) throw end.throws
        yield { type: 'finish', response: end }
      } finally {
        closed += 1
      }
    },
  }
}
