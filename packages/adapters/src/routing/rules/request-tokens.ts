import type { LMContentPart, LMRequest } from '@ockham/core'

const charactersPerToken = 4
/** What a picture, a sound or a file counts, whatever its size. */
const attachmentTokens = 1000

/** About how many tokens a request is; four characters a token. */
export function requestTokens({ messages, config }: LMRequest): number {
  let characters = 0
  let attachments = 0
  for (const { content } of messages) {
    if (typeof content === 'string') characters += content.length
    else {
      for (const part of content) {
        const text = textOf(part)
        if (text === undefined) attachments += 1
        else characters += text.length
      }
    }
  }
  if (config?.tools) characters += JSON.stringify(config.tools).length
  return Math.ceil(characters / charactersPerToken) + attachments * attachmentTokens
}

function textOf(part: LMContentPart): string | undefined {
  if (part.type === 'text') return part.text
  return part.type === 'document' && part.mediaType.startsWith('text/') ? part.data : undefined
}
