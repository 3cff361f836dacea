import { type LMContentPart, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { documentText } from '../../vendor/document-text.ts'

/** The text of a message; throws `UnsupportedFeatureError` for images and other media. */
export function messageText(message: LMMessage): string {
  return typeof message.content === 'string'
    ? message.content
    : message.content.map(partText).join('')
}

function partText(part: LMContentPart): string {
  const text = part.type === 'document' ? documentText(part) : undefined
  if (part.type === 'text') return part.text
  if (text !== undefined) return text
  throw new UnsupportedFeatureError(
    `Embedded models read text only, and the message holds a part of the type ${part.type}. Use a model that takes it.`,
  )
}
