import type { MaskQuotes } from '../schema/infer-type/quotes.ts'
import type { NamedTypes } from '../schema/named-types.ts'
import type { InferFields } from './infer-signature-fields.ts'

/** The values a signature takes and gives, by field name. */
export interface SignatureValues {
  inputs: object
  outputs: object
}

/** Values of a signature whose text only exists at run time. */
export interface OpenSignature {
  inputs: { [name: string]: unknown }
  outputs: { [name: string]: unknown }
}

/** Stands in for the values of a malformed signature; open, so that one mistake is one error. */
export interface SignatureProblem<Message extends string> extends OpenSignature {
  readonly signatureProblem: Message
}

type Sides<
  Masked extends string,
  Types extends NamedTypes,
> = Masked extends `${infer Left}->${infer Right}`
  ? Right extends `${string}->${string}`
    ? 'A signature has one `->`, this one has more'
    : InferFields<Left, Types, never> extends infer Inputs
      ? Inputs extends { fields: infer InputValues }
        ? InferFields<Right, Types, keyof InputValues> extends infer Outputs
          ? Outputs extends { fields: infer OutputValues }
            ? Record<never, never> extends OutputValues
              ? 'A signature needs an output field after `->`'
              : { inputs: InputValues; outputs: OutputValues }
            : Outputs
          : never
        : Inputs
      : never
  : 'A signature needs `->` between its inputs and its outputs'

type Resolve<Text extends string, Types extends NamedTypes> =
  Record<never, never> extends Record<Text, 0>
    ? OpenSignature
    : MaskQuotes<Text> extends infer Masked
      ? Masked extends string
        ? Sides<Masked, Types>
        : Masked extends { problem: infer Message }
          ? Message
          : never
      : never

/**
 * The input and output values of a signature string. The shape stays known while `Text` is still a
 * type parameter, so generic code may write `InferSignature<Text>['inputs']`.
 */
export type InferSignature<Text extends string, Types extends NamedTypes = Record<never, never>> =
  Resolve<Text, Types> extends infer Result
    ? Result extends SignatureValues
      ? Result
      : SignatureProblem<Extract<Result, string>>
    : never
