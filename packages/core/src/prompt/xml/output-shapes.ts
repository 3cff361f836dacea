import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import type { Signature } from '../../signature/signature.ts'
import { perSignature } from '../per-signature.ts'
import { type ShapeDocument, schemaShape } from './schema-shape.ts'

/** The shape of each output field's value, by field name. */
export const outputShapes: (signature: Signature) => ReadonlyMap<string, ShapeDocument> =
  perSignature(
    (signature) =>
      new Map(
        signature.outputFields.map(({ name, type }) => [name, schemaShape(jsonSchema(type))]),
      ),
  )
