/** A member of an object by its own name: `toString` is none unless somebody set it. */
export function ownValue(values: Readonly<Record<string, unknown>>, name: string): unknown {
  const value = values[name]
  // What every object inherits are functions and its prototype; asking of each member would cost more.
  if (typeof value !== 'function' && name !== '__proto__') return value
  return Object.hasOwn(values, name) ? value : undefined
}
