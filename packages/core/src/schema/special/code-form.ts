import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { codeInFence } from './code-in-fence.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'

/** A text, out of its fence; DSPy's `{ code }` is read too. */
export const codeForm: SpecialForm = {
  read(value) {
    const code = codeText(value)
    return code === undefined ? mismatch('code', value) : { ok: true, value: codeInFence(code) }
  },
  write: (value) => codeText(value) ?? '',
  model: { kind: 'model', name: 'Code', properties: [required('code', { kind: 'str' })] },
}

function codeText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) ? textMember(value, 'code') : undefined
}
