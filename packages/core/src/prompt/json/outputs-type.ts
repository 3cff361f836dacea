import type { FieldType } from '../../schema/field-type.ts'
import type { Signature } from '../../signature/signature.ts'
import { perSignature } from '../per-signature.ts'

/** The output fields as one model: the type of a whole JSON reply. */
export const outputsType: (signature: Signature) => FieldType = perSignature((signature) => ({
  kind: 'model',
  name: 'DSPyProgramOutputs',
  closed: true,
  properties: signature.outputFields.map(({ name, type }) => ({ name, type, required: true })),
}))
