import type { InferTypeExpression } from '../schema/infer-type/expression.ts'
import type { Unmask } from '../schema/infer-type/marks.ts'
import type { CutTopLevel } from '../schema/infer-type/split.ts'
import type { Trim } from '../schema/infer-type/trim.ts'
import type { NamedTypes } from '../schema/named-types.ts'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

// A name may hold letters of any script, so what it may not hold is listed.
type NotInName =
  | (' ' | '!' | '"' | '#' | '$' | '%' | '&' | "'" | '(' | ')' | '*' | '+')
  | ('-' | '.' | '/' | ';' | '<' | '=' | '>' | '?' | '@' | '[' | '\\' | ']' | '^' | '`' | '{')
  | ('|' | '}' | '~')

/**
 * `{ fields }` of one masked side of a signature, or a message; `Taken` are the names used already.
 * A side may be blank, and a comma may follow its last field.
 */
export type InferFields<
  Text extends string,
  Types extends NamedTypes,
  Taken extends PropertyKey,
  Done = unknown,
> =
  CutTopLevel<Text, ','> extends infer Cut
    ? Cut extends { head: infer Head extends string; tail: infer Tail }
      ? Head extends `${infer Name}:${infer Type}`
        ? Add<Trim<Name>, Trim<Type>, Tail, Types, Taken, Done>
        : Trim<Head> extends ''
          ? Tail extends null
            ? { fields: Flat<Done> }
            : 'Missing field name'
          : Add<Trim<Head>, 'str', Tail, Types, Taken, Done>
      : Cut
    : never

type Add<
  Name extends string,
  Type extends string,
  Tail,
  Types extends NamedTypes,
  Taken extends PropertyKey,
  Done,
> = Name extends ''
  ? 'Missing field name'
  : Name extends `${string}${NotInName}${string}` | `${Digit}${string}`
    ? `Not a field name: \`${Unmask<Name>}\``
    : Name extends Taken
      ? `The field \`${Name}\` appears twice`
      : InferTypeExpression<Type, Types> extends infer Result
        ? Result extends { type: infer Value }
          ? Tail extends string
            ? InferFields<Tail, Types, Taken | Name, Done & { [Key in Name]: Value }>
            : { fields: Flat<Done & { [Key in Name]: Value }> }
          : Result extends string
            ? InField<Result, Name>
            : never
        : never

type Flat<Fields> = { [Name in keyof Fields]: Fields[Name] } & {}

type InField<Message extends string, Name extends string> = Message extends `Unknown type ${string}`
  ? `${Message} (field \`${Name}\`): use \`types\` to define it`
  : `${Message} (field \`${Name}\`)`
