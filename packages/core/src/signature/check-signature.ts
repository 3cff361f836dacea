import type { NamedTypes } from '../schema/named-types.ts'
import type { InferSignature } from './infer-signature.ts'

/**
 * `Text` itself when it is a signature or not a literal, else a literal type that says what is wrong.
 *
 * Write it as the type of the parameter, `(text: CheckSignature<Text>)`: the compiler infers `Text`
 * from the branch in which it stands alone, then checks the argument against the branch taken, so
 * the message appears in the error as the type that was expected.
 */
export type CheckSignature<Text extends string, Types extends NamedTypes = Record<never, never>> =
  InferSignature<Text, Types> extends { readonly signatureProblem: infer Message } ? Message : Text
