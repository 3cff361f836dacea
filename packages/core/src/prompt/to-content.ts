import type { LMContentPart } from '../lm/lm-message.ts'
import { type MarkedContent, splitMarked } from '../schema/format-value/content-marker.ts'

/** The content of a message: its text, or parts where images and other media stand in it. */
export function toContent(text: string): string | LMContentPart[] {
  const pieces = splitMarked(text)
  if (pieces.length === 1 && pieces[0] === text) return text
  return pieces.map((piece) =>
    typeof piece === 'string' ? { type: 'text', text: piece } : toPart(piece),
  )
}

function toPart({ name, value }: MarkedContent): LMContentPart {
  const text = (key: string): string => {
    const fact = value[key]
    return typeof fact === 'string' ? fact : ''
  }
  const given = (...keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, text(key)]).filter(([, fact]) => fact !== ''))
  switch (name) {
    case 'Image':
      return { type: 'image', url: text('url') }
    case 'Audio':
      return { type: 'audio', data: text('data'), format: text('format') }
    case 'File':
      return { type: 'file', ...given('data', 'fileId', 'filename') }
    case 'Document':
      return {
        type: 'document',
        data: text('data'),
        mediaType: text('mediaType') || 'text/plain',
        ...given('title', 'context'),
      }
    default:
      return { type: 'text', text: JSON.stringify(value) }
  }
}
