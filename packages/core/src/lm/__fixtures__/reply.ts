import type { LMResponse } from '../lm-response.ts'

/** A whole reply of one text that cost one US cent. */
export function reply(text: string, model = 'test/a'): LMResponse {
  return {
    model,
    outputs: [{ text, finishReason: 'stop' }],
    usage: { inputTokens: 3, outputTokens: 2 },
    costUSD: 0.01,
  }
}
