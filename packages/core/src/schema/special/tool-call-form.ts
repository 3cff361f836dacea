import { isRecord } from '../../internal/is-record.ts'
import { parseLenientJSON } from '../lenient-json/parse-lenient-json.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { textMember } from './text-member.ts'
import { toJSON } from './to-json.ts'

/** One call of a tool; the id is the vendor's, which results refer to. */
interface Call {
  readonly id?: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/** `{ name, args }`, or the vendors' `{ function: { name, arguments } }` with arguments as JSON text. */
export const toolCallForm: SpecialForm = {
  read(value) {
    const call = readCall(value)
    return call ? { ok: true, value: call } : mismatch('a tool call { name, args }', value)
  },
  write(value) {
    const { name = '', args = {} } = readCall(value) ?? {}
    return { name, args: toJSON(args) }
  },
  model: {
    kind: 'model',
    name: 'ToolCall',
    properties: [required('name', { kind: 'str' }), required('args', { kind: 'dict' })],
  },
}

/** A call in any usual shape; undefined where it has no name, or nothing that could be its arguments. */
export function readCall(value: unknown, mayLackArguments: boolean = false): Call | undefined {
  if (!isRecord(value)) return undefined
  const call = isRecord(value['function']) ? value['function'] : value
  const name = textMember(call, 'name') ?? textMember(value, 'name')
  const given = call['args'] ?? call['arguments']
  const args = typeof given === 'string' ? parseLenientJSON(given) : given
  const hasArguments = mayLackArguments || given !== undefined || call !== value
  if (!name || !hasArguments) return undefined
  const id = textMember(value, 'id') ?? textMember(value, 'call_id')
  return { ...(id ? { id } : {}), name, args: isRecord(args) ? { ...args } : {} }
}
