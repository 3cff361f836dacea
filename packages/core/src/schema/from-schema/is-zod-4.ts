import type * as zod from 'zod/v4/core'
import type { StandardSchema } from '../standard-schema.ts'

/** Whether a schema is zod 4's, whose definition stands at `_zod.def`. */
export function isZod4(schema: object): schema is StandardSchema & zod.$ZodTypes {
  const internals: unknown = Reflect.get(schema, '_zod')
  return typeof internals === 'object' && internals !== null && 'def' in internals
}
