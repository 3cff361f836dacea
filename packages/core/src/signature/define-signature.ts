import type { SchemaOutput, StandardSchema } from '../schema/standard-schema.ts'
import type { CheckSignature } from './check-signature.ts'
import type { FieldOptions } from './field.ts'
import type { InferSignature } from './infer-signature.ts'
import { makeSignature } from './make-signature.ts'
import type { Signature } from './signature.ts'
import type { InferInputs, InferOutputs, SignatureSpec } from './signature-like.ts'

/** Schemas by the names a signature string may use. */
type Types = Readonly<Record<string, StandardSchema>>

/** What a signature string leaves unsaid, with the names checked against the string. */
export interface SignatureOptions<Text extends string, Named extends Types> {
  readonly instructions?: string
  readonly fields?: {
    readonly [Name in keyof (InferSignature<Text, Named>['inputs'] &
      InferSignature<Text, Named>['outputs'])]?: FieldOptions
  }
  readonly types?: Named
}

/**
 * Declares a task by its fields: a string in DSPy's or TypeScript's spelling, or an object of schemas.
 * Throws `SignatureError` when a string that the compiler could not check is malformed.
 */
// biome-ignore format: overloads
export function signature<const Text extends string, const Named extends Types = {}>(
  text: CheckSignature<Text, Named>,
  options?: SignatureOptions<Text, Named>,
): Signature<InferSignature<Text, Named>['inputs'], InferSignature<Text, Named>['outputs']>
export function signature<const Spec extends SignatureSpec>(
  spec: Spec,
): Signature<InferInputs<Spec>, InferOutputs<Spec>>
export function signature(like: string | SignatureSpec, options?: object): Signature {
  return makeSignature(like, options)
}
