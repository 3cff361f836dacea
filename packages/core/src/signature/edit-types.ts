import type { Flatten } from '../internal/flatten.ts'
import type { InferType } from '../schema/infer-type/infer-type.ts'
import type { SchemaInput, SchemaOutput, StandardSchema } from '../schema/standard-schema.ts'
import type { Field, FieldDefinition, FieldSide } from './field.ts'

/** The fields of one side by name. */
export type FieldsOf<Values extends object, Side extends FieldSide> = {
  readonly [Name in keyof Values]: Field<Values[Name], Side>
}

/** The inputs after a field was added: one more, if the field is an input. */
export type AddInput<
  Inputs extends object,
  Name extends string,
  Definition extends FieldDefinition,
> =
  SideOf<Definition> extends 'input'
    ? Flatten<Inputs & Record<Name, ValueOf<Definition, 'input'>>>
    : Inputs

/** The outputs after a field was added: one more, unless the field is an input. */
export type AddOutput<
  Outputs extends object,
  Name extends string,
  Definition extends FieldDefinition,
> =
  SideOf<Definition> extends 'input'
    ? Outputs
    : Flatten<Outputs & Record<Name, ValueOf<Definition, 'output'>>>

/** One side after a field was deleted. */
export type WithoutField<Values extends object, Name extends string> = Name extends keyof Values
  ? Flatten<Omit<Values, Name>>
  : Values

type SideOf<Definition> = Definition extends { readonly side: infer Side extends FieldSide }
  ? Side
  : 'output'

type ValueOf<Definition, Side extends FieldSide> = Definition extends string
  ? InferType<Definition>
  : Definition extends StandardSchema
    ? Side extends 'input'
      ? SchemaInput<Definition>
      : SchemaOutput<Definition>
    : Definition extends { readonly valueType?: infer Value; readonly name: string }
      ? Value
      : Definition extends { readonly type: infer Type }
        ? ValueOf<Type, Side>
        : string
