import type { LMContentPart } from '../lm-message.ts'
import type { LMRequest } from '../lm-request.ts'

const charactersPerToken = 4
/** What a picture, a sound or a file counts, whatever its size. */
const attachmentTokens = 1000

/** About how many tokens a call takes, before it is made: four characters a token, and all of `maxTokens`. */
export function estimateTokens({ messages, config }: LMRequest): number {
  let tokens = 0
  for (const { content } of messages) {
    if (typeof content === 'string') tokens += content.length / charactersPerToken
    else for (const part of content) tokens += partTokens(part)
  }
  return Math.ceil(tokens) + (config?.maxTokens ?? 0) * (config?.n ?? 1)
}

function partTokens(part: LMContentPart): number {
  if (part.type === 'text') return part.text.length / charactersPerToken
  if (part.type !== 'document' || !part.mediaType.startsWith('text/')) return attachmentTokens
  return part.data.length / charactersPerToken
}
