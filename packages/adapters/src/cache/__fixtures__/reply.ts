import type { LMResponse } from '@ockham/core'

/** A whole reply of one text. */
export function reply(text: string): LMResponse {
  return {
    model: 'test/a',
    outputs: [{ text, finishReason: 'stop' }],
    usage: { inputTokens: 3, outputTokens: 2 },
    costUSD: 0.01,
  }
}
