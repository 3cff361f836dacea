/** The text that `describe` or `meta` gave a zod 4 schema. */
export function zodDescription(schema: object): string | undefined {
  // zod's `describe` stores the text in a registry that the `description` getter reads.
  const description: unknown = Reflect.get(schema, 'description')
  return typeof description === 'string' ? description : undefined
}
