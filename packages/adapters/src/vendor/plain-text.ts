import { type LMMessage, UnsupportedFeatureError } from '@ockham/core'

/** The text of a message that may hold nothing else; throws `UnsupportedFeatureError` otherwise. */
export function plainText(message: LMMessage, vendor: string): string {
  if (typeof message.content === 'string') return message.content
  return message.content
    .map((part) => {
      if (part.type === 'text') return part.text
      throw new UnsupportedFeatureError(
        `${vendor} takes only text in a message of the role ${message.role}; ` +
          `move the ${part.type} part into a message of the role user.`,
      )
    })
    .join('')
}
