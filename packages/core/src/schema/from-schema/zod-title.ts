/** The name that `meta({ title })` or `meta({ id })` gave a zod 4 schema, as its JSON Schema has it. */
export function zodTitle(schema: object): string | undefined {
  const meta: unknown = Reflect.get(schema, 'meta')
  const facts: unknown = typeof meta === 'function' ? meta.call(schema) : undefined
  if (typeof facts !== 'object' || facts === null) return undefined
  const name: unknown = Reflect.get(facts, 'title') ?? Reflect.get(facts, 'id')
  return typeof name === 'string' ? name : undefined
}
