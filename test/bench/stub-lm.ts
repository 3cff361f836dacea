import type { LM, LMResponse } from '@ockham/core'

/** An LM that answers at once, so that only the framework's own work is measured. */
export function stubLM(text: string, chunks: readonly string[] = [text]): LM {
  const response: LMResponse = {
    model: 'stub/stub',
    outputs: [{ text, finishReason: 'stop' }],
    usage: { inputTokens: 100, outputTokens: 10 },
    costUSD: 0,
  }
  return {
    model: 'stub/stub',
    generate: async () => response,
    async *stream() {
      for (const chunk of chunks) yield { type: 'text-delta', index: 0, text: chunk }
      yield { type: 'finish', response }
    },
  }
}
