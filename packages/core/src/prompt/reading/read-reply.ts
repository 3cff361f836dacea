import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import type { Signature } from '../../signature/signature.ts'
import { type FieldsRead, readFields } from './read-fields.ts'
import type { Reading } from './reading.ts'

/**
 * The typed output fields of a reply: the first reading that finds any and leaves every field with a
 * valid value, its own or its default, wins. Throws `AdapterParseError`.
 */
export function readReply<Outputs extends object>(
  adapter: string,
  signature: Signature<object, Outputs>,
  text: string,
  readings: readonly Reading[],
): Outputs {
  let first: FieldsRead | undefined
  for (const reading of readings) {
    const raw = reading(signature, text)
    if (raw.size === 0) continue
    const result = readFields(signature, raw)
    if (result.failure === undefined) return asOutputs(result.values)
    first ??= result
  }
  const { values, failure } = first ?? readFields(signature, new Map())
  if (failure === undefined) return asOutputs(values)
  throw new AdapterParseError({ adapter, text, partial: values, ...failure })
}

// Every output field was coerced to its declared type, and no other key was set.
function asOutputs<Outputs extends object>(values: Record<string, unknown>): Outputs {
  return values as Outputs
}
