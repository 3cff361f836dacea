/**
 * A zod 4 schema and those it was made from, the first one foremost: `Person.describe('…')` is a copy
 * of `Person` in zod, and still a Person.
 */
export function zodLineage(schema: object): readonly [object, ...object[]] {
  const parent: unknown = Reflect.get(Reflect.get(schema, '_zod'), 'parent')
  if (typeof parent !== 'object' || parent === null) return [schema]
  return [...zodLineage(parent), schema]
}
