import type { Constraints, FieldType } from '../schema/field-type.ts'
import type { StandardSchema } from '../schema/standard-schema.ts'

/** Whether the caller gives a field or the LM does. */
export type FieldSide = 'input' | 'output'

/** One field of a signature; `Value` is the TypeScript type of its values. */
export interface Field<Value = unknown, Side extends FieldSide = FieldSide> {
  readonly name: string
  readonly side: Side
  readonly type: FieldType
  /** Shown in the prompt; absent when the user wrote none. */
  readonly description?: string
  readonly constraints?: Constraints
  /** Used when the value is missing. */
  readonly default?: { readonly value: unknown }
  /** True when the value may be left out and then stays undefined. */
  readonly optional?: boolean
  /** Carries the value's type; never present at run time. */
  readonly valueType?: Value
}

/** What a user may say of a field beside its type. */
export interface FieldOptions extends Constraints {
  readonly description?: string
}

/** A field as written by a user: a type expression, a schema, or either with options. */
export type FieldDefinition =
  | string
  | StandardSchema
  | Field
  | (FieldOptions & { readonly type?: string | StandardSchema; readonly side?: FieldSide })
