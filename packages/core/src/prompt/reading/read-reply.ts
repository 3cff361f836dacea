import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import type { Signature } from '../../signature/signature.ts'
import { type FieldFailure, readFields } from './read-fields.ts'
import type { Reading } from './reading.ts'

/**
 * The typed output fields of a reply: the first reading that gives every field a valid value wins;
 * else the first that found anything, completed by defaults. Throws `AdapterParseError`.
 */
export function readReply<Outputs extends object>(
  adapter: string,
  signature: Signature<object, Outputs>,
  text: string,
  readings: readonly Reading[],
): Outputs {
  let best: ReadonlyMap<string, unknown> = new Map()
  for (const reading of readings) {
    const raw = reading(signature, text)
    if (raw.size === 0) continue
    const result = readFields(signature, raw, { defaults: false })
    if (result.failure === undefined) return asOutputs(result.values)
    if (best.size === 0) best = raw
  }
  const result = readFields(signature, best, { defaults: true })
  if (result.failure === undefined) return asOutputs(result.values)
  throw parseError(adapter, text, result.values, result.failure)
}

// Every output field was coerced to its declared type, and no other key was set.
function asOutputs<Outputs extends object>(values: Record<string, unknown>): Outputs {
  return values as Outputs
}

function parseError(
  adapter: string,
  text: string,
  partial: Record<string, unknown>,
  failure: FieldFailure,
): AdapterParseError {
  return new AdapterParseError({ adapter, text, partial, ...failure })
}
