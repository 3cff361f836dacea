import type { Flatten } from '../internal/flatten.ts'
import type { SchemaInput, SchemaOutput, StandardSchema } from '../schema/standard-schema.ts'
import type { CheckSignature } from './check-signature.ts'
import type { InferSignature } from './infer-signature.ts'
import type { Signature } from './signature.ts'

/** Fields by name, each a schema. */
export type SchemaFields = Readonly<Record<string, StandardSchema>>

/** A signature written with schemas. */
export interface SignatureSpec {
  readonly instructions?: string
  readonly inputs: SchemaFields
  readonly outputs: SchemaFields
}

/** Everything that says what a signature is. */
export type SignatureLike = string | Signature | SignatureSpec

/** The call inputs of a signature, as TypeScript sees them. */
export type InferInputs<S extends SignatureLike> = S extends string
  ? InferSignature<S>['inputs']
  : S extends Signature<infer Inputs, infer _Outputs>
    ? Inputs
    : S extends SignatureSpec
      ? InputsOf<S['inputs']>
      : never

/** What a caller may leave out, by its schema, is optional. */
type InputsOf<Fields extends SchemaFields> = Flatten<
  {
    -readonly [Name in keyof Fields as undefined extends SchemaInput<Fields[Name]>
      ? never
      : Name]: SchemaInput<Fields[Name]>
  } & {
    -readonly [Name in keyof Fields as undefined extends SchemaInput<Fields[Name]>
      ? Name
      : never]?: SchemaInput<Fields[Name]>
  }
>

/** The output fields of a signature, as TypeScript sees them. */
export type InferOutputs<S extends SignatureLike> = S extends string
  ? InferSignature<S>['outputs']
  : S extends Signature<infer _Inputs, infer Outputs>
    ? Outputs
    : S extends SignatureSpec
      ? { -readonly [Name in keyof S['outputs']]: SchemaOutput<S['outputs'][Name]> }
      : never

/** The type itself when it is sound, else a text that says what is wrong with it. */
export type CheckLike<S extends SignatureLike> = S extends string ? CheckSignature<S> : S
