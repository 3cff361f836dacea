import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { deepEqual } from '../../internal/deep-equal.ts'
import type { Signature } from '../../signature/signature.ts'
import { type FieldsRead, readFields } from './read-fields.ts'
import type { Reading } from './reading.ts'

/** Readings of one notation, the strict one first. */
export type Notation = readonly Reading[]

interface Found extends FieldsRead {
  readonly raw: ReadonlyMap<string, unknown>
}

/**
 * The typed output fields of a reply: the first reading that finds any and leaves every field with a
 * valid value, its own or its default, wins. Throws `AdapterParseError`.
 */
export function readReply<Outputs extends object>(
  adapter: string,
  signature: Signature<object, Outputs>,
  text: string,
  notations: readonly Notation[],
): Outputs {
  let first: Found | undefined
  for (const notation of notations) {
    let strict: Found | undefined
    for (const reading of notation) {
      const raw = reading(signature, text)
      if (raw.size === 0) continue
      const found = { ...readFields(signature, raw), raw }
      if (found.failure === undefined && !(first && isQuoted(found, first))) {
        return asOutputs(found.values)
      }
      strict ??= found
    }
    first ??= strict
  }
  const { values, failure } = first ?? readFields(signature, new Map())
  if (failure === undefined) return asOutputs(values)
  throw new AdapterParseError({ adapter, text, partial: values, ...failure })
}

/**
 * Whether what a notation found stands within the fields of the one the reply is written in: it has
 * nothing that the other lacks, or says otherwise what the other read well.
 */
function isQuoted(found: Found, reply: Found): boolean {
  if (![...found.raw.keys()].some((name) => !reply.raw.has(name))) return true
  return [...reply.raw.keys()].some(
    (name) =>
      Object.hasOwn(reply.values, name) && !deepEqual(reply.values[name], found.values[name]),
  )
}

// Every output field was coerced to its declared type, and no other key was set.
function asOutputs<Outputs extends object>(values: Record<string, unknown>): Outputs {
  return values as Outputs
}
