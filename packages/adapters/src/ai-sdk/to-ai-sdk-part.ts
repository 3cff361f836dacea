import { type LMContentPart, UnsupportedFeatureError } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { parseDataURL } from '../internal/data-url.ts'
import { documentText } from '../vendor/document-text.ts'
import type { AISDKModel } from './ai-sdk-model.ts'

type Version = AISDKModel['specificationVersion']

const audioTypes: Readonly<Record<string, string>> = { mp3: 'audio/mpeg' }

/** One part of a user's message; throws `UnsupportedFeatureError` for what it has no place for. */
export function toAISDKPart(part: LMContentPart, version: Version): object {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image':
      return file(version, part.url, version === 'v4' ? 'image' : 'image/*')
    case 'audio':
      return file(version, part.data, audioTypes[part.format] ?? `audio/${part.format}`)
    case 'file': {
      const { data, filename } = part
      if (data === undefined) {
        throw new UnsupportedFeatureError(
          'The AI SDK takes no id of an uploaded file; pass the `data` of the file instead.',
        )
      }
      return { ...file(version, data, 'application/octet-stream'), ...(filename && { filename }) }
    }
    case 'document': {
      const text = documentText(part)
      if (text !== undefined) return { type: 'text', text }
      const { data, mediaType, title } = part
      return { ...file(version, data, mediaType), ...(title && { filename: title }) }
    }
    default:
      return assertNever(part)
  }
}

/** `data` may be base64, a `data:` URL, which names its own type, or the URL of a file elsewhere. */
function file(version: Version, data: string, mediaType: string): object {
  const inline = parseDataURL(data)
  const isAddress = inline === undefined && /^https?:/i.test(data)
  const content = isAddress ? new URL(data) : (inline?.data ?? data)
  const tagged = isAddress ? { type: 'url', url: content } : { type: 'data', data: content }
  return {
    type: 'file',
    mediaType: inline?.mediaType ?? mediaType,
    data: version === 'v4' ? tagged : content,
  }
}
