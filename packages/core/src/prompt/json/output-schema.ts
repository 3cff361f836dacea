import type { JSONObject } from '../../schema/json-object.ts'
import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import type { Signature } from '../../signature/signature.ts'

/** The JSON Schema of a signature's outputs, as pydantic writes it for DSPy. */
export function outputSchema({ outputFields }: Signature): JSONObject {
  return jsonSchema({
    kind: 'model',
    name: 'DSPyProgramOutputs',
    properties: outputFields.map(({ name, type }) => ({ name, type, required: true })),
    closed: true,
  })
}
