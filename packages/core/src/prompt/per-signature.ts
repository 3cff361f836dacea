import type { Signature } from '../signature/signature.ts'

/** Makes a value once for each signature and keeps it as long as the signature lives. */
export function perSignature<Value>(
  make: (signature: Signature) => Value,
): (signature: Signature) => Value {
  const kept = new WeakMap<Signature, Value>()
  return (signature) => {
    const known = kept.get(signature)
    if (known !== undefined) return known
    const made = make(signature)
    kept.set(signature, made)
    return made
  }
}
