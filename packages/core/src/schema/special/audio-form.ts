import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** `{ data, format }` with base64 data, or an audio data URL. */
export const audioForm: SpecialForm = {
  read(value) {
    const { data, format } = typeof value === 'string' ? fromDataURL(value) : members(value)
    return data !== undefined && format
      ? { ok: true, value: { data, format: format.replace(/^x-/, '') } }
      : mismatch('audio { data, format } with base64 data', value)
  },
  write(value) {
    const { data = '', format = '' } = members(value)
    return { data, audio_format: format }
  },
  model: {
    kind: 'model',
    name: 'Audio',
    properties: [required('data', { kind: 'str' }), required('audio_format', { kind: 'str' })],
    closed: true,
  },
  isMedia: true,
}

interface Parts {
  data?: string | undefined
  format?: string | undefined
}

function members(value: unknown): Parts {
  if (!isRecord(value)) return {}
  return { data: textMember(value, 'data'), format: textMember(value, 'format', 'audio_format') }
}

function fromDataURL(url: string): Parts {
  const [, format, data] = /^data:audio\/([^;,]+)[^,]*,(.*)$/s.exec(url) ?? []
  return { data, format }
}
