import { isRecord } from '../../internal/is-record.ts'
import type { SpecialName } from '../../schema/field-type.ts'
import type { JSONObject } from '../../schema/json-object.ts'
import { Audio } from '../../schema/special/audio.ts'
import { Document } from '../../schema/special/document.ts'
import { File } from '../../schema/special/file.ts'
import { Image } from '../../schema/special/image.ts'

/** A medium, in DSPy's spelling, as the block of a message that DSPy saves; undefined for other types. */
export function toContentBlock(name: SpecialName, value: JSONObject): JSONObject | undefined {
  switch (name) {
    case 'Image':
      return { type: 'image_url', image_url: value }
    case 'Audio':
      return {
        type: 'input_audio',
        input_audio: { data: value['data'] ?? '', format: value['audio_format'] ?? '' },
      }
    case 'File':
      return { type: 'file', file: withoutNull(value) }
    case 'Document': {
      const { data = '', media_type = 'text/plain', ...others } = value
      return {
        type: 'document',
        source: { type: 'text', media_type, data },
        citations: { enabled: true },
        ...withoutNull(others),
      }
    }
    default:
      return undefined
  }
}

/** The medium of such a block; undefined for any other. Throws `InputError` for a damaged one. */
export function fromContentBlock(block: unknown): Image | Audio | File | Document | undefined {
  if (!isRecord(block)) return undefined
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const found = block[name]
    return isRecord(found) ? found : {}
  }
  switch (block['type']) {
    case 'image_url':
      return new Image(text(part('image_url')['url']))
    case 'input_audio': {
      const { data, format } = part('input_audio')
      return new Audio({ data: text(data), format: text(format) })
    }
    case 'file': {
      const { file_data, file_id, filename } = part('file')
      return new File(texts({ data: file_data, fileId: file_id, filename }))
    }
    case 'document': {
      const { data, media_type } = part('source')
      const { title, context } = block
      return new Document({ data: text(data), ...texts({ mediaType: media_type, title, context }) })
    }
    default:
      return undefined
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(members: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'string') found[name] = value
  }
  return found
}

function withoutNull(value: JSONObject): JSONObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
}
