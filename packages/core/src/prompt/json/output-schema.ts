import type { JSONObject } from '../../schema/json-object.ts'
import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import type { Signature } from '../../signature/signature.ts'
import { outputsType } from './outputs-type.ts'

/** The JSON Schema of a signature's outputs, as pydantic writes it for DSPy. */
export function outputSchema(signature: Signature): JSONObject {
  return jsonSchema(outputsType(signature))
}
