import { isRecord } from '../../internal/is-record.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { toJSON } from './to-json.ts'

/** `{ messages }`: the fields of each earlier turn. */
export const historyForm: SpecialForm = {
  read(value) {
    const messages = isRecord(value) ? value['messages'] : undefined
    return Array.isArray(messages) && messages.every(isRecord)
      ? { ok: true, value: { messages: messages.map((turn) => ({ ...turn })) } }
      : mismatch('a history { messages }', value)
  },
  write: toJSON,
  model: {
    kind: 'model',
    name: 'History',
    properties: [required('messages', { kind: 'list', item: { kind: 'dict' } })],
    closed: true,
  },
}
