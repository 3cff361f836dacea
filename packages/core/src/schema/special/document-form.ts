import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { present } from './present.ts'
import { optional, required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

const mediaTypes = ['text/plain', 'application/pdf']

/** `{ data, title, mediaType, context }`, or the text alone. */
export const documentForm: SpecialForm = {
  read(value) {
    const document = typeof value === 'string' ? { data: value } : members(value)
    const { data, mediaType } = document
    return data !== undefined && (mediaType === undefined || mediaTypes.includes(mediaType))
      ? { ok: true, value: document }
      : mismatch(`a document { data, title } of the type ${mediaTypes.join(' or ')}`, value)
  },
  write(value) {
    const { data = '', title = null, mediaType = 'text/plain', context = null } = members(value)
    return { data, title, media_type: mediaType, context }
  },
  model: {
    kind: 'model',
    name: 'Document',
    properties: [
      required('data', { kind: 'str' }),
      optional('title'),
      optional('media_type', { kind: 'literal', values: mediaTypes }, 'text/plain'),
      optional('context'),
    ],
  },
  isMedia: true,
}

interface Parts {
  readonly data?: string
  readonly title?: string
  readonly mediaType?: string
  readonly context?: string
}

function members(value: unknown): Parts {
  if (!isRecord(value)) return {}
  return present({
    data: textMember(value, 'data'),
    title: textMember(value, 'title'),
    mediaType: textMember(value, 'mediaType', 'media_type'),
    context: textMember(value, 'context'),
  })
}
