import type { FieldType } from '../schema/field-type.ts'

/** An input that a call is given and its predictor's signature does not know. */
export interface AddedInput {
  readonly name: string
  readonly type: FieldType
  readonly description: string
  readonly value: unknown
}

/** Inputs to add, by predictor. */
export type AddedInputs = ReadonlyMap<object, readonly AddedInput[]>
