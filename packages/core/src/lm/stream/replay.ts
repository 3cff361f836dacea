import type { LMOutput, LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'

/** Streams a reply that is already there: one delta for each text, reasoning and tool call. */
export async function* replay(response: LMResponse): AsyncGenerator<LMStreamEvent, void> {
  for (const [index, output] of response.outputs.entries()) yield* deltas(index, output)
  yield { type: 'finish', response }
}

function* deltas(index: number, output: LMOutput): Generator<LMStreamEvent> {
  if (output.reasoning) yield { type: 'reasoning-delta', index, text: output.reasoning }
  if (output.text) yield { type: 'text-delta', index, text: output.text }
  for (const [call, toolCall] of (output.toolCalls ?? []).entries()) {
    yield { type: 'tool-call-delta', index, call, ...toolCall }
  }
}
