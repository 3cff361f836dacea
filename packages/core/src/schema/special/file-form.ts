import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { present } from './present.ts'
import { optional } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** `{ data, fileId, filename }`, at least one of them, or a data URL alone. */
export const fileForm: SpecialForm = {
  read(value) {
    const file = typeof value === 'string' ? fromDataURL(value) : members(value)
    return Object.keys(file).length > 0
      ? { ok: true, value: file }
      : mismatch('a file { data, fileId, filename } with a data URL or the id of an upload', value)
  },
  write(value) {
    const { data = null, fileId = null, filename = null } = members(value)
    return { file_data: data, file_id: fileId, filename }
  },
  model: {
    kind: 'model',
    name: 'File',
    properties: [optional('file_data'), optional('file_id'), optional('filename')],
    closed: true,
  },
  isMedia: true,
}

interface Parts {
  readonly data?: string
  readonly fileId?: string
  readonly filename?: string
}

function members(value: unknown): Parts {
  if (!isRecord(value)) return {}
  return present({
    data: textMember(value, 'data', 'file_data'),
    fileId: textMember(value, 'fileId', 'file_id'),
    filename: textMember(value, 'filename'),
  })
}

function fromDataURL(url: string): Parts {
  return url.startsWith('data:') ? { data: url } : {}
}
