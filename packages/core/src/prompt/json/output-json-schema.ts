import type { JSONObject } from '../../schema/json-object.ts'
import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import type { Signature } from '../../signature/signature.ts'
import { perSignature } from '../per-signature.ts'
import { outputsType } from './outputs-type.ts'

/**
 * A schema for the whole reply that strict modes accept: every property required, none besides.
 * Undefined when an output is an open dictionary, which strict modes cannot express.
 */
export const outputJSONSchema: (signature: Signature) => JSONObject | undefined =
  perSignatureOrNone((signature) => {
    const schema = jsonSchema(outputsType(signature))
    return isOpen(schema) ? undefined : closed(schema)
  })

function perSignatureOrNone<Value>(
  make: (signature: Signature) => Value | undefined,
): (signature: Signature) => Value | undefined {
  const kept = perSignature((signature) => ({ value: make(signature) }))
  return (signature) => kept(signature).value
}

function isOpen(part: JSONValue): boolean {
  if (Array.isArray(part)) return part.some(isOpen)
  if (typeof part !== 'object' || part === null) return false
  const additional = part['additionalProperties']
  const untyped = Object.keys(part).length === 0
  return (
    untyped ||
    (additional !== undefined && additional !== false) ||
    Object.values(part).some(isOpen)
  )
}

// Strict modes refuse defaults, and objects that leave a property out or let others in.
function closed(schema: JSONObject): JSONObject {
  const result: JSONObject = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'default' || key === 'title') continue
    result[key] = key === 'properties' || key === '$defs' ? closedEach(value) : closedPart(value)
  }
  const { properties } = schema
  if (schema['type'] === 'object' && typeof properties === 'object' && properties !== null) {
    result['required'] = Object.keys(properties)
    result['additionalProperties'] = false
  }
  return result
}

function closedPart(value: JSONValue): JSONValue {
  if (Array.isArray(value)) return value.map(closedPart)
  return typeof value === 'object' && value !== null ? closed(value) : value
}

// The keys of `properties` are names, not keywords.
function closedEach(value: JSONValue): JSONValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closedPart(part)]))
}
