import { outputSchema } from '@ockham/core'
import { expect, test } from 'vitest'
import { withoutDocumentationIn } from './on-purpose.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface SchemaVector {
  id: string
  signature: RecordedSignature
  schema: object | null
}

interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  items?: Schema
  $defs?: Record<string, Schema>
}

// With native tool calls DSPy leaves them out of the reply's schema, see native.test.ts.
const recorded = vectors<SchemaVector>('schema').filter(
  ({ schema, signature }) => schema !== null && !signature.spec.includes('ToolCalls'),
)

test.each(recorded)(
  '$id: the schema of a reply is DSPy’s, in its order',
  ({ signature, schema }) => {
    const ours: Schema = JSON.parse(JSON.stringify(outputSchema(recordedSignature(signature))))
    close(ours)
    expect(JSON.stringify(ours)).toBe(withoutDocumentationIn(JSON.stringify(schema)))
  },
)

/** What DSPy does to pydantic's schema before it sends it; we send a leaner one, see `strictSchema`. */
function close(schema: Schema): void {
  if (schema.type === 'object') {
    schema.properties ??= {}
    schema.required = Object.keys(schema.properties)
    schema.additionalProperties = false
    Object.values(schema.properties).forEach(close)
  }
  if (schema.type === 'array' && typeof schema.items === 'object') close(schema.items)
  Object.values(schema.$defs ?? {}).forEach(close)
}
