import type { LMOutput } from '@ockham/core'
import { charactersPerToken } from './count-tokens.ts'

/** A reply that ends before the first stop text and is no longer than so many tokens. */
export function cutReply(reply: string, stop: readonly string[], tokens: number): LMOutput {
  const ends = stop.map((text) => reply.indexOf(text)).filter((at) => at >= 0)
  const text = reply.slice(0, Math.min(reply.length, ...ends))
  const most = tokens * charactersPerToken
  if (text.length <= most) return { text, finishReason: 'stop' }
  return { text: text.slice(0, most), finishReason: 'length' }
}
