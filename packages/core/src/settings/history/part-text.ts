import type { LMContentPart } from '../../lm/lm-message.ts'

const bytesPerKilobyte = 1000
const base64CharactersPerByte = 4 / 3

/** A part of a message as a line: text as it is, media by what they are and how large. */
export function partText(part: LMContentPart): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'image':
      return `[image: ${shortURL(part.url)}]`
    case 'audio':
      return `[audio: ${part.format}, ${size(part.data)}]`
    case 'file':
      return `[file: ${[part.filename ?? part.fileId, part.data && shortURL(part.data)].filter(Boolean).join(', ')}]`
    case 'document':
      return `[document: ${part.title ?? part.mediaType}, ${part.data.length} characters]`
    default:
      // A part of a newer LM or a foreign one.
      return `[${String(Reflect.get(part, 'type'))}]`
  }
}

function shortURL(url: string): string {
  const [, mediaType, data] = /^data:([^;,]*)[^,]*,(.*)$/s.exec(url) ?? []
  return mediaType !== undefined && data !== undefined
    ? `${mediaType || 'data'}, ${size(data)}`
    : url
}

function size(base64: string): string {
  const bytes = base64.length / base64CharactersPerByte
  return bytes < bytesPerKilobyte
    ? `${Math.floor(bytes)} bytes`
    : `${Math.round(bytes / bytesPerKilobyte)} kB`
}
