import { isRecord } from '../../internal/is-record.ts'
import type { SpecialName } from '../field-type.ts'
import { isSpecialName } from '../special/is-special-name.ts'

/** A value that stands in a text until the message is cut into parts. */
export interface MarkedContent {
  readonly name: SpecialName
  readonly value: Readonly<Record<string, unknown>>
}

/** What a mark looks like in this process: drawn anew each time, so that no input can contain one. */
let nonce: string | undefined

/** A text that stands for a value which is no text; safe inside JSON strings. */
export function markContent(name: SpecialName, value: unknown): string {
  nonce ??= crypto.randomUUID()
  return `<${nonce}:${name}:${Buffer.from(JSON.stringify(value)).toString('base64')}>`
}

/** A text cut at its marks. */
export function splitMarked(text: string): (string | MarkedContent)[] {
  if (nonce === undefined || !text.includes(nonce)) return [text]
  const mark = new RegExp(`<${nonce}:(\\w+):([\\w+/=]*)>`, 'g')
  const parts: (string | MarkedContent)[] = []
  let position = 0
  for (const match of text.matchAll(mark)) {
    const [whole, name, encoded = ''] = match
    if (match.index > position) parts.push(text.slice(position, match.index))
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64').toString())
    if (isSpecialName(name) && isRecord(value)) parts.push({ name, value })
    position = match.index + whole.length
  }
  if (position < text.length) parts.push(text.slice(position))
  return parts
}
