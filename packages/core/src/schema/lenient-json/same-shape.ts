import type { JSONValue } from '../json-value.ts'

/** Whether two values have the same types, keys and lengths all the way down. */
export function sameShape(one: JSONValue, other: JSONValue): boolean {
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, at) => sameShape(item, other[at] ?? null))
  }
  if (typeof one !== 'object' || one === null)
    return one === null ? other === null : typeof one === typeof other
  if (typeof other !== 'object' || other === null) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && sameShape(one[key] ?? null, other[key] ?? null),
    )
  )
}
