import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FieldOptions, type Signature, signature } from '@ockham/core'
import { namedTypes } from './named-types.ts'

/** A signature as the recordings write it. */
export interface RecordedSignature {
  spec: string
  instructions: string | null
  descriptions: Record<string, string>
  chainOfThought: boolean
  constraints?: Record<string, Record<string, number>>
}

const folder = join(import.meta.dirname, 'vectors')
/** Where recordings stand; `OCKHAM_VECTORS` names a folder of others, made with another seed. */
const folders = process.env['OCKHAM_VECTORS']?.split(':') ?? [folder, join(folder, 'recorded')]

/** The lines of one kind of recording. */
export function vectors<Vector>(name: string): Vector[] {
  return folders
    .map((path) => join(path, `${name}.jsonl`))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line, reviveFloat))
}

/** The recorded signature as one of ours. */
export function recordedSignature(recorded: RecordedSignature): Signature {
  const { spec, instructions, descriptions, chainOfThought, constraints = {} } = recorded
  const fields: Record<string, FieldOptions> = {}
  for (const [name, description] of Object.entries(descriptions)) fields[name] = { description }
  for (const [name, bounds] of Object.entries(constraints)) {
    fields[name] = { ...fields[name], ...inOurSpelling(bounds) }
  }
  const made = signature(spec, {
    types: namedTypes,
    fields,
    ...(instructions === null ? {} : { instructions }),
  })
  return chainOfThought ? made.prepend('reasoning', 'str') : made
}

/** Bounds under our names, in their order. */
export function inOurSpelling(bounds: Record<string, number>): FieldOptions {
  const names: Record<string, string> = {
    min_length: 'minLength',
    max_length: 'maxLength',
    multiple_of: 'multipleOf',
  }
  return Object.fromEntries(
    Object.entries(bounds).map(([key, bound]) => [names[key] ?? key, bound]),
  )
}

// Numbers that JSON lacks are recorded as `{ "$float": "nan" }`.
function reviveFloat(_key: string, value: unknown): unknown {
  const float: unknown =
    typeof value === 'object' && value ? Reflect.get(value, '$float') : undefined
  if (typeof float !== 'string') return value
  return float === 'nan' ? Number.NaN : float === 'inf' ? Infinity : -Infinity
}
