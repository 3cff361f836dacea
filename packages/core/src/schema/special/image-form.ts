import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** `{ url }`, or the URL alone: http, https, gs or data. */
export const imageForm: SpecialForm = {
  read(value) {
    const url = typeof value === 'string' ? value : membersURL(value)
    const trimmed = url?.trim()
    return trimmed !== undefined && /^(?:https?:\/\/|gs:\/\/|data:)./i.test(trimmed)
      ? { ok: true, value: { url: trimmed } }
      : mismatch('an image { url } with an http, https, gs or data URL', value)
  },
  write: (value) => ({ url: membersURL(value) ?? '' }),
  model: {
    kind: 'model',
    name: 'Image',
    properties: [required('url', { kind: 'str' })],
    closed: true,
  },
  isMedia: true,
}

function membersURL(value: unknown): string | undefined {
  return isRecord(value) ? textMember(value, 'url') : undefined
}
