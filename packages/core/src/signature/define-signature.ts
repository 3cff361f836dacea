import type { NamedTypes } from '../schema/named-types.ts'
import type { CheckSignature } from './check-signature.ts'
import type { FieldOptions } from './field.ts'
import type { InferSignature, SignatureValues } from './infer-signature.ts'
import { makeSignature } from './make-signature.ts'
import type { Signature } from './signature.ts'
import type { InferInputs, InferOutputs, SignatureSpec } from './signature-like.ts'

type None = Record<never, never>

/** What a signature string leaves unsaid, with the names checked against the string. */
export interface SignatureOptions<Text extends string, Named extends NamedTypes> {
  readonly instructions?: string
  readonly fields?: {
    readonly [Name in FieldName<InferSignature<Text, Named>>]?: FieldOptions
  }
  readonly types?: Named
}

type FieldName<Values extends SignatureValues> = keyof Values['inputs'] | keyof Values['outputs']

/**
 * Declares a task by its fields: a string in DSPy's or TypeScript's spelling, or an object of schemas.
 * Throws `SignatureError` when a string that the compiler could not check is malformed.
 */
// The string comes last: of several ways to call it, the compiler reports the error of the last.
export function signature<const Spec extends SignatureSpec>(
  spec: Spec,
): Signature<InferInputs<Spec>, InferOutputs<Spec>>
export function signature<const Text extends string, const Named extends NamedTypes = None>(
  text: CheckSignature<Text, Named>,
  options?: SignatureOptions<Text, Named>,
): Signature<InferSignature<Text, Named>['inputs'], InferSignature<Text, Named>['outputs']>
export function signature(like: string | SignatureSpec, options?: object): Signature {
  return makeSignature(like, options)
}
