const identities = new WeakMap<object, number>()
let known = 0

/** A number for an object, always the same: it can be remembered without keeping the object alive. */
export function identityOf(object: object): number {
  const identity = identities.get(object)
  if (identity !== undefined) return identity
  known += 1
  identities.set(object, known)
  return known
}
