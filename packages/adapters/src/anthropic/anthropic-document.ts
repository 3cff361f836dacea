import type Anthropic from '@anthropic-ai/sdk'
import { type LMContentPart, UnsupportedFeatureError } from '@ockham/core'
import { parseDataURL } from '../internal/data-url.ts'

type Part<T extends string> = Extract<LMContentPart, { type: T }>
type Source = Anthropic.DocumentBlockParam['source']

const pdf = 'application/pdf'

/** A file or document as a document block; throws `UnsupportedFeatureError` for other types. */
export function anthropicDocument(part: Part<'file' | 'document'>): Anthropic.DocumentBlockParam {
  return part.type === 'file' ? fileBlock(part) : documentBlock(part)
}

// The data of a text file is base64 like every file's.
function fileBlock({ data = '', fileId, filename }: Part<'file'>): Anthropic.DocumentBlockParam {
  const title = filename ?? null
  if (fileId !== undefined)
    return { type: 'document', source: { type: 'file', file_id: fileId }, title }
  const { mediaType, data: base64 } = parseDataURL(data) ?? { mediaType: pdf, data }
  const isText = mediaType.startsWith('text/')
  const content = isText ? Buffer.from(base64, 'base64').toString('utf8') : base64
  return { type: 'document', source: source(mediaType, content), title }
}

// The data of a text document is the text itself.
function documentBlock(part: Part<'document'>): Anthropic.DocumentBlockParam {
  const { mediaType, data, title = null, context = null, citations = false } = part
  const content = parseDataURL(data)?.data ?? data
  return {
    type: 'document',
    source: source(mediaType, content),
    title,
    context,
    ...(citations && { citations: { enabled: true } }),
  }
}

function source(mediaType: string, data: string): Source {
  if (mediaType === pdf) return { type: 'base64', media_type: pdf, data }
  if (mediaType.startsWith('text/')) return { type: 'text', media_type: 'text/plain', data }
  throw new UnsupportedFeatureError(
    `Anthropic takes no documents of the type ${mediaType}; send a PDF or text.`,
  )
}
