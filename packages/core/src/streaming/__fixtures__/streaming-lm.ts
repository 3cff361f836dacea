import type { LM } from '../../lm/lm.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import type { LMStreamEvent } from '../../lm/lm-stream-event.ts'

/** An LM whose streams are made by a function. */
export function streamingLM(
  stream: (request: LMRequest) => AsyncIterable<LMStreamEvent>,
  capabilities: NonNullable<LM['capabilities']> = {},
): LM {
  return {
    model: 'scripted/one',
    capabilities,
    generate: () => Promise.reject(new Error('streams only')),
    stream,
  }
}

/** A piece of text. */
export function piece(text: string): LMStreamEvent {
  return { type: 'text-delta', index: 0, text }
}

/** The last event of a stream with this text. */
export function finish(text: string): LMStreamEvent {
  const outputs = [{ text, finishReason: 'stop' as const }]
  const usage = { inputTokens: 1, outputTokens: 1 }
  return { type: 'finish', response: { model: 'scripted/one', outputs, usage } }
}
