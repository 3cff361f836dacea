import type { LMContentPart } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { parseDataURL } from '../internal/data-url.ts'
import { documentText } from '../vendor/document-text.ts'

/** One part of a turn on Gemini's wire. */
export type GeminiPart =
  | { text: string }
  | { inlineData: { mimeType: string; data: string } }
  | { fileData: { fileUri: string; mimeType?: string } }
  | {
      functionCall: { id?: string; name: string; args: object }
      thoughtSignature?: string
    }
  | { functionResponse: { id?: string; name: string; response: object } }

const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
}

/** One content part in Gemini's words. */
export function toGeminiPart(part: LMContentPart): GeminiPart {
  switch (part.type) {
    case 'text':
      return { text: part.text }
    case 'image':
      return inline(part.url) ?? file(part.url)
    case 'audio':
      return { inlineData: { mimeType: `audio/${part.format}`, data: part.data } }
    case 'file': {
      const { fileId, data = '' } = part
      if (fileId !== undefined) return { fileData: { fileUri: fileId } }
      return inline(data) ?? { inlineData: { mimeType: 'application/pdf', data } }
    }
    case 'document': {
      const text = documentText(part)
      if (text !== undefined) return { text }
      const { data, mediaType: mimeType } = part
      return inline(data) ?? { inlineData: { mimeType, data } }
    }
    default:
      return assertNever(part)
  }
}

function inline(url: string): GeminiPart | undefined {
  const { mediaType: mimeType, data } = parseDataURL(url) ?? {}
  return mimeType && data !== undefined ? { inlineData: { mimeType, data } } : undefined
}

// Vertex wants the type of a file beside its address.
function file(fileUri: string): GeminiPart {
  const [, extension = ''] = /\.(\w+)(?:[?#].*)?$/.exec(fileUri) ?? []
  const mimeType = imageTypes[extension.toLowerCase()]
  return { fileData: { fileUri, ...(mimeType !== undefined && { mimeType }) } }
}
