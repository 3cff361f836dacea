import type { Unmask } from './marks.ts'
import type { Trim } from './trim.ts'

interface Constants {
  True: true
  true: true
  False: false
  false: false
  None: null
  null: null
}

/** `{ type }` of one masked literal such as `'a'`, `3` or `True`; `null` when it is none. */
export type InferTypeLiteral<Text extends string> = Text extends `'${infer Value}'`
  ? Value extends `${string}'${string}`
    ? null
    : { type: Unmask<Value> }
  : Text extends keyof Constants
    ? { type: Constants[Text] }
    : Text extends `${infer Value extends number}`
      ? number extends Value
        ? null
        : { type: Value }
      : null

/** `{ type }` of the masked arguments of `Literal[…]`, or a message. */
export type InferTypeLiterals<
  Text extends string,
  Done = never,
> = Text extends `${infer Head},${infer Tail}`
  ? InferTypeLiteral<Trim<Head>> extends { type: infer Value }
    ? Trim<Tail> extends ''
      ? { type: Done | Value }
      : InferTypeLiterals<Tail, Done | Value>
    : NotLiteral<Trim<Head>>
  : InferTypeLiteral<Trim<Text>> extends { type: infer Value }
    ? { type: Done | Value }
    : NotLiteral<Trim<Text>>

type NotLiteral<Text extends string> = Text extends ''
  ? 'Empty value in `Literal[…]`'
  : `Not a value for \`Literal[…]\`: \`${Unmask<Text>}\``
