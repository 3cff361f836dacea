import type Anthropic from '@anthropic-ai/sdk'
import { type LMContentPart, UnsupportedFeatureError } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { parseDataURL } from '../internal/data-url.ts'
import { anthropicDocument } from './anthropic-document.ts'

/** One content part in Anthropic's words; throws `UnsupportedFeatureError` for audio and others. */
export function toAnthropicBlock(part: LMContentPart): Anthropic.ContentBlockParam {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image':
      return { type: 'image', source: imageSource(part.url) }
    case 'file':
    case 'document':
      return anthropicDocument(part)
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
