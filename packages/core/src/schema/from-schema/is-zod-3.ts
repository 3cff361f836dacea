import type { ZodTypeAny } from 'zod/v3'
import type { StandardSchema } from '../standard-schema.ts'

/** Whether a schema is zod 3's, whose definition names its `typeName`. */
export function isZod3(schema: StandardSchema): schema is StandardSchema & ZodTypeAny {
  const definition: unknown = Reflect.get(schema, '_def')
  return typeof definition === 'object' && definition !== null && 'typeName' in definition
}
