import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { perSignature } from '../per-signature.ts'

const variants = perSignature(() => new Map<string, Signature>())
const wholes = new WeakMap<Signature, Signature>()

/** A signature without some fields; the same one for the same fields, so that its prompt is made once. */
export function withoutFields(signature: Signature, fields: readonly Field[]): Signature {
  const kept = variants(signature)
  const key = fields.map(({ name }) => name).join(' ')
  const known = kept.get(key)
  if (known) return known
  let made = signature
  for (const { name } of fields) made = made.delete(name)
  kept.set(key, made)
  wholes.set(made, signature)
  return made
}

/** The signature that fields were left out of; the signature itself, if none were. */
export function wholeSignature(signature: Signature): Signature {
  return wholes.get(signature) ?? signature
}
