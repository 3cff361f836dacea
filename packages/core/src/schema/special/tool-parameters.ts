import { fromSchema } from '../from-schema/from-schema.ts'
import type { JSONObject } from '../json-object.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { parametersOf } from './parameters-of.ts'

/** The arguments that a schema describes, as JSON Schema; none without one. */
export function toolParameters(input: StandardSchema | undefined): JSONObject {
  const { type } = input ? fromSchema(input, 'Arguments') : { type: undefined }
  const model = type?.kind === 'refined' ? type.base : type
  return parametersOf(model?.kind === 'model' ? model.properties : [])
}
