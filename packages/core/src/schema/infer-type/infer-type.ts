import type { NamedTypes } from '../named-types.ts'
import type { InferTypeExpression } from './expression.ts'
import type { MaskQuotes } from './quotes.ts'
import type { Trim } from './trim.ts'

/** Stands in for the type of text that is no type; the message names the part at fault. */
export interface TypeProblem<Message extends string> {
  readonly typeProblem: Message
}

/** The TypeScript type of a type expression such as `list[str]`; `unknown` when not a literal. */
export type InferType<Text extends string, Types extends NamedTypes = Record<never, never>> =
  Record<never, never> extends Record<Text, 0>
    ? unknown
    : MaskQuotes<Text> extends infer Masked
      ? Masked extends string
        ? Outcome<InferTypeExpression<Trim<Masked>, Types>>
        : Masked extends { problem: infer Message extends string }
          ? TypeProblem<Message>
          : never
      : never

type Outcome<Result> = Result extends { type: infer Type }
  ? Type
  : Result extends string
    ? TypeProblem<Result>
    : never
