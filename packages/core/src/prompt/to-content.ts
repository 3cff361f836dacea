import { assertNever } from '../internal/assert-never.ts'
import type { LMContentPart } from '../lm/lm-message.ts'
import { type MarkedContent, splitMarked } from '../schema/format-value/content-marker.ts'

/** The content of a message: its text, or parts where images and other media stand in it. */
export function toContent(text: string): string | LMContentPart[] {
  const pieces = splitMarked(text)
  if (pieces.every((piece) => typeof piece === 'string')) return text
  return pieces.map((piece) =>
    typeof piece === 'string' ? { type: 'text', text: piece } : toPart(piece),
  )
}

function toPart({ name, value }: MarkedContent): LMContentPart {
  const facts = typeof value === 'object' && value !== null ? value : { url: value, data: value }
  const text = (key: string): string => {
    const fact: unknown = Reflect.get(facts, key)
    return typeof fact === 'string' ? fact : ''
  }
  switch (name) {
    case 'Image':
      return { type: 'image', url: text('url') }
    case 'Audio':
      return { type: 'audio', data: text('data'), format: text('format').replace(/^x-/, '') }
    case 'File':
      return {
        type: 'file',
        ...present({ data: text('data'), fileId: text('fileId'), filename: text('filename') }),
      }
    case 'Document':
      return {
        type: 'document',
        data: text('data'),
        mediaType: text('mediaType') || 'text/plain',
        ...present({ title: text('title'), context: text('context') }),
      }
    default:
      return assertNever(name)
  }
}

function present(facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''))
}
