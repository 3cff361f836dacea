import type { ReplyPart } from './reply-part.ts'

const shownCharacters = 200

/** Stands for an event of a reply that cannot be read, of which it keeps the beginning. */
export function malformedPart(text: string): ReplyPart {
  return { type: 'malformed', text: text.slice(0, shownCharacters) }
}
