import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** A text; DSPy's `{ content }` is read too. */
export const reasoningForm: SpecialForm = {
  read(value) {
    const text = content(value)
    return text === undefined ? mismatch('str', value) : { ok: true, value: text }
  },
  write: (value) => content(value) ?? '',
  model: { kind: 'model', name: 'Reasoning', properties: [required('content', { kind: 'str' })] },
}

function content(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) ? textMember(value, 'content') : undefined
}
