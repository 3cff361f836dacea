import { setTimeout } from 'node:timers/promises'
import type { LM, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'

const reasoning =
  'Light of the sun is scattered by the air, and short waves far more than long ones.'
const answer =
  'Blue light is scattered about ten times as much as red light, so from all sides of the sky it is ' +
  'mostly blue light that reaches the eye.'
const text = `[[ ## reasoning ## ]]\n${reasoning}\n\n[[ ## answer ## ]]\n${answer}\n\n[[ ## completed ## ]]`

/** Stands in for a model that writes thirty words a second and knows one thing. An LM is three members. */
export function slowTalker(): LM {
  const response: LMResponse = {
    model: 'offline/slow-talker',
    outputs: [{ text, finishReason: 'stop' }],
    usage: { inputTokens: 100, outputTokens: 60 },
    costUSD: 0,
  }
  return {
    model: response.model,
    generate: async () => response,
    async *stream({ signal }: LMRequest): AsyncGenerator<LMStreamEvent> {
      for (const word of text.match(/\S+\s*/g) ?? []) {
        await setTimeout(33, undefined, { signal })
        yield { type: 'text-delta', index: 0, text: word }
      }
      yield { type: 'finish', response }
    },
  }
}
