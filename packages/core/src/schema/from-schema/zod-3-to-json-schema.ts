import { createRequire } from 'node:module'
import type { ZodTypeAny } from 'zod/v3'
import type { zodToJsonSchema } from 'zod-to-json-schema'

const require = createRequire(import.meta.url)

/** The JSON Schema of a zod 3 schema; the converter loads on first use, to keep imports fast. */
export function zod3ToJSONSchema(schema: ZodTypeAny): unknown {
  // The package's own declaration types the module; `require` itself gives no type.
  const converter: { zodToJsonSchema: typeof zodToJsonSchema } = require('zod-to-json-schema')
  return converter.zodToJsonSchema(schema, { $refStrategy: 'none' })
}
