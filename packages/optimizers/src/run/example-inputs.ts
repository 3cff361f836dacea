/** The fields of an example that are marked as inputs. */
export function exampleInputs(example: object): Record<string, unknown> {
  // Not `example.inputs()`: a row may have a field of that name.
  const names: unknown = Reflect.get(example, '$inputs')
  const entries = Object.entries(example)
  if (!Array.isArray(names)) return Object.fromEntries(entries)
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)))
}
