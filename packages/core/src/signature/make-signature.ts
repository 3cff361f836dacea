import { SignatureError } from '../errors/signature-error.ts'
import type { FieldType } from '../schema/field-type.ts'
import { fromSchema } from '../schema/from-schema/from-schema.ts'
import type { StandardSchema } from '../schema/standard-schema.ts'
import type { Field, FieldOptions, FieldSide } from './field.ts'
import { fieldOptions } from './make-field.ts'
import { parseSignature } from './parse-signature.ts'
import { Signature } from './signature.ts'
import type { SchemaFields, SignatureLike, SignatureSpec } from './signature-like.ts'

/** What a signature string leaves unsaid. */
export interface SignatureTextOptions {
  readonly instructions?: string
  readonly fields?: Readonly<Record<string, FieldOptions | undefined>>
  readonly types?: Readonly<Record<string, StandardSchema>>
}

/** Reads any way of writing a signature; the typed face of this is `signature()`. */
export function makeSignature(like: SignatureLike, options: SignatureTextOptions = {}): Signature {
  if (typeof like === 'string') return fromText(like, options)
  if (like instanceof Signature) return like
  if (isSpec(like)) return fromSpec(like)
  throw new SignatureError(
    'A signature is a string such as "question -> answer", the result of signature(), or an object with `inputs` and `outputs`.',
    String(like),
  )
}

const cache = new Map<string, Signature>()
const cachedTexts = 1000

function fromText(text: string, options: SignatureTextOptions): Signature {
  const plain = Object.keys(options).length === 0
  const known = plain ? cache.get(text) : undefined
  if (known) return known
  const named = namedTypes(options.types ?? {})
  const parsed = parseSignature(text, named)
  const fields = [...toFields(parsed.inputs, 'input'), ...toFields(parsed.outputs, 'output')]
  const made = new Signature({
    instructions: options.instructions,
    fields: describe(fields, options.fields ?? {}),
    named,
  })
  if (plain && cache.size < cachedTexts) cache.set(text, made)
  return made
}

function fromSpec(spec: SignatureSpec): Signature {
  const read = (fields: SchemaFields, side: FieldSide): Field[] =>
    Object.entries(fields).map(([name, schema]) => ({ name, side, ...fromSchema(schema, name) }))
  return new Signature({
    instructions: spec.instructions,
    fields: [...read(spec.inputs, 'input'), ...read(spec.outputs, 'output')],
  })
}

function namedTypes(types: Readonly<Record<string, StandardSchema>>): Map<string, FieldType> {
  const entries = Object.entries(types)
  const names = new Map(entries.map(([name, schema]) => [schema, name]))
  return new Map(entries.map(([name, schema]) => [name, fromSchema(schema, name, names).type]))
}

function toFields(types: ReadonlyMap<string, FieldType>, side: FieldSide): Field[] {
  return [...types].map(([name, type]) => ({ name, side, type }))
}

function describe(
  fields: readonly Field[],
  options: Readonly<Record<string, FieldOptions | undefined>>,
): Field[] {
  for (const name of Object.keys(options)) {
    if (!fields.some((field) => field.name === name)) {
      throw new SignatureError(
        `\`fields\` describes \`${name}\`, which the signature does not have.`,
        name,
      )
    }
  }
  return fields.map((field) => ({ ...field, ...fieldOptions(field, options[field.name] ?? {}) }))
}

function isSpec(value: unknown): value is SignatureSpec {
  return typeof value === 'object' && value !== null && 'inputs' in value && 'outputs' in value
}
