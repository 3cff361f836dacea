import type { SpecialName } from '../field-type.ts'

/** Types whose values are parts of a message, not text. */
export type ContentName = Extract<SpecialName, 'Image' | 'Audio' | 'File' | 'Document'>

/** A value that stands in a text until the message is cut into parts. */
export interface MarkedContent {
  name: ContentName
  value: unknown
}

/** What a mark looks like in this process: drawn anew each time, so that no input can contain one. */
let nonce: string | undefined

/** A text that stands for a value which is no text; safe inside JSON strings. */
export function markContent(name: ContentName, value: unknown): string {
  nonce ??= crypto.randomUUID()
  return `<${nonce}:${name}:${Buffer.from(JSON.stringify(value)).toString('base64')}>`
}

/** A text cut at its marks. */
export function splitMarked(text: string): (string | MarkedContent)[] {
  if (nonce === undefined || !text.includes(nonce)) return [text]
  const mark = new RegExp(`<${nonce}:(Image|Audio|File|Document):([\\w+/=]*)>`, 'g')
  const parts: (string | MarkedContent)[] = []
  let position = 0
  for (const match of text.matchAll(mark)) {
    const [whole, name, encoded = ''] = match
    if (match.index > position) parts.push(text.slice(position, match.index))
    if (isContentName(name)) {
      parts.push({ name, value: JSON.parse(Buffer.from(encoded, 'base64').toString()) })
    }
    position = match.index + whole.length
  }
  if (position < text.length) parts.push(text.slice(position))
  return parts
}

/** Whether a special type's values are parts of a message. */
export function isContentName(name: string | undefined): name is ContentName {
  return name === 'Image' || name === 'Audio' || name === 'File' || name === 'Document'
}
