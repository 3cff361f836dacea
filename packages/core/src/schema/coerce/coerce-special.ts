import { assertNever } from '../../internal/assert-never.ts'
import type { SpecialName } from '../field-type.ts'
import { codeInFence } from './code-in-fence.ts'
import { coerceToolCalls } from './coerce-tool-calls.ts'
import type { Coerced } from './coerced.ts'
import { isPlainObject } from './is-plain-object.ts'
import { mismatch } from './mismatch.ts'

/** The members that tell the special types apart. */
interface SpecialMembers {
  readonly code?: unknown
  readonly content?: unknown
  readonly name?: unknown
  readonly parameters?: unknown
  readonly messages?: unknown
}

type Members = Readonly<Record<string, unknown>>

/** Validates a value of one of DSPy's own types; its Python spellings of members are read too. */
export function coerceSpecial(name: SpecialName, value: unknown): Coerced {
  const object = isPlainObject(value) ? value : {}
  const members: SpecialMembers = object
  switch (name) {
    case 'Code': {
      const code = typeof value === 'string' ? value : members.code
      return typeof code === 'string'
        ? { ok: true, value: codeInFence(code) }
        : mismatch('code', value)
    }
    case 'Reasoning': {
      const text = typeof value === 'string' ? value : members.content
      return typeof text === 'string' ? { ok: true, value: text } : mismatch('str', value)
    }
    case 'ToolCalls':
      return coerceToolCalls(value)
    case 'Tool':
      return typeof members.name === 'string' && isPlainObject(members.parameters)
        ? { ok: true, value: { ...object } }
        : mismatch('a tool { name, parameters }', value)
    case 'History':
      return Array.isArray(members.messages) && members.messages.every(isPlainObject)
        ? { ok: true, value: { messages: members.messages.map((turn) => ({ ...turn })) } }
        : mismatch('a history { messages }', value)
    case 'Image':
      return (
        textMembers(typeof value === 'string' ? { url: value } : object, imageMembers, ['url']) ??
        mismatch('an image { url }', value)
      )
    case 'Audio':
      return (
        textMembers(object, audioMembers, ['data', 'format']) ??
        mismatch('audio { data, format }', value)
      )
    case 'File': {
      const file = textMembers(object, fileMembers, [])
      return file && Object.keys(object).length > 0
        ? file
        : mismatch('a file { data, fileId, filename }', value)
    }
    case 'Document':
      return (
        textMembers(typeof value === 'string' ? { data: value } : object, documentMembers, [
          'data',
        ]) ?? mismatch('a document { data }', value)
      )
    default:
      return assertNever(name)
  }
}

const imageMembers = { url: ['url'] }
const audioMembers = { data: ['data'], format: ['format', 'audio_format'] }
const fileMembers = {
  data: ['data', 'file_data'],
  fileId: ['fileId', 'file_id'],
  filename: ['filename'],
}
const documentMembers = {
  data: ['data'],
  title: ['title'],
  mediaType: ['mediaType', 'media_type'],
  context: ['context'],
}

/** Picks string members under any of their spellings; undefined when a required one is missing or one is no string. */
function textMembers(
  value: Members,
  spellings: Readonly<Record<string, readonly string[]>>,
  required: readonly string[],
): Coerced | undefined {
  const picked: Record<string, string> = {}
  for (const [name, names] of Object.entries(spellings)) {
    const found = names.map((spelling) => value[spelling]).find((member) => member !== undefined)
    if (typeof found === 'string') picked[name] = found
    else if (found !== undefined && found !== null) return undefined
  }
  return required.every((name) => name in picked) ? { ok: true, value: picked } : undefined
}
