import type Anthropic from '@anthropic-ai/sdk'
import { type LMContentPart, UnsupportedFeatureError } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { parseDataURL } from '../internal/data-url.ts'

type File = Extract<LMContentPart, { type: 'file' }>

/** One content part in Anthropic's words; throws `UnsupportedFeatureError` for audio and others. */
export function toAnthropicBlock(part: LMContentPart): Anthropic.ContentBlockParam {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image':
      return { type: 'image', source: imageSource(part.url) }
    case 'file':
      return { type: 'document', source: documentSource(part), title: part.filename ?? null }
    case 'audio':
      throw new UnsupportedFeatureError('Anthropic takes no audio; send a transcript instead.')
    default:
      return assertNever(part)
  }
}

function imageSource(url: string): Anthropic.ImageBlockParam['source'] {
  const inline = parseDataURL(url)
  if (!inline) return { type: 'url', url }
  const mediaType = imageTypes.find((type) => type === inline.mediaType)
  if (mediaType) return { type: 'base64', media_type: mediaType, data: inline.data }
  throw new UnsupportedFeatureError(
    `Anthropic takes no images of the type ${inline.mediaType}; use ${imageTypes.join(', ')}.`,
  )
}

const imageTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const

function documentSource({ data = '', fileId }: File): Anthropic.DocumentBlockParam['source'] {
  if (fileId !== undefined) return { type: 'file', file_id: fileId }
  const { mediaType, data: base64 } = parseDataURL(data) ?? { mediaType: 'application/pdf', data }
  if (mediaType === 'application/pdf') {
    return { type: 'base64', media_type: 'application/pdf', data: base64 }
  }
  if (mediaType.startsWith('text/')) {
    const text = Buffer.from(base64, 'base64').toString('utf8')
    return { type: 'text', media_type: 'text/plain', data: text }
  }
  throw new UnsupportedFeatureError(
    `Anthropic takes no files of the type ${mediaType}; send a PDF or text.`,
  )
}
