import type { NamedTypes } from '../named-types.ts'
import type { SchemaOutput } from '../standard-schema.ts'
import type { InferTypeLiteral, InferTypeLiterals } from './literal.ts'
import type { Unmask } from './marks.ts'
import type { TypeNames } from './names.ts'
import type { CutTopLevel } from './split.ts'
import type { Trim } from './trim.ts'

type ListName = 'list' | 'List' | 'Array'
type DictName = 'dict' | 'Dict' | 'Record'
type TupleName = 'tuple' | 'Tuple'
type GenericName = ListName | DictName | TupleName | 'Literal' | 'Optional' | 'Union'

// What shows that a text is not one misspelt name.
type NotInName = ' ' | ',' | ':' | "'" | '[' | ']' | '(' | ')' | '<' | '>' | '|'

/** `{ type }` of masked, trimmed type text, or a message. `parseTypeExpression` takes the same steps. */
export type InferTypeExpression<
  Text extends string,
  Types extends NamedTypes,
> = Text extends keyof Types
  ? string extends keyof Types
    ? Text extends keyof TypeNames
      ? { type: TypeNames[Text] }
      : Compound<Text, Types>
    : { type: SchemaOutput<Types[Text]> }
  : Text extends keyof TypeNames
    ? { type: TypeNames[Text] }
    : Text extends `${string}|${string}`
      ? CutTopLevel<Text, '|'> extends { tail: null }
        ? Compound<Text, Types>
        : UnionOf<Text, '|', Types>
      : Compound<Text, Types>

type Compound<Text extends string, Types extends NamedTypes> =
  InferTypeLiteral<Text> extends { type: infer Value }
    ? { type: Value }
    : Text extends `${infer Item}[]`
      ? Trim<Item> extends Exclude<GenericName, keyof Types>
        ? `Empty brackets in \`${Unmask<Text>}\``
        : ListOf<InferTypeExpression<Trim<Item>, Types>>
      : Text extends `(${infer Inner})`
        ? InferTypeExpression<Trim<Inner>, Types>
        : Text extends `${infer Head}[${infer Arguments}]`
          ? Applied<Trim<Head>, Arguments, Text, Types>
          : Text extends `${infer Head}<${infer Arguments}>`
            ? Applied<Trim<Head>, Arguments, Text, Types>
            : Text extends ''
              ? 'Missing type'
              : Text extends GenericName
                ? `\`${Text}\` needs arguments`
                : string extends keyof Types
                  ? { type: unknown }
                  : Text extends `${string}${NotInName}${string}`
                    ? `Not a type: \`${Unmask<Text>}\``
                    : `Unknown type \`${Unmask<Text>}\``

type Applied<
  Head extends string,
  Arguments extends string,
  Text extends string,
  Types extends NamedTypes,
> =
  Trim<Arguments> extends ''
    ? `Empty brackets in \`${Unmask<Text>}\``
    : Head extends ListName
      ? ListOf<InferTypeExpression<WithoutComma<Arguments>, Types>>
      : Head extends DictName
        ? DictOf<WithoutComma<Arguments>, Text, Types>
        : Head extends 'Literal'
          ? InferTypeLiterals<Arguments>
          : Head extends 'Optional'
            ? OptionalOf<InferTypeExpression<WithoutComma<Arguments>, Types>>
            : Head extends 'Union'
              ? UnionOf<WithoutComma<Arguments>, ',', Types>
              : Head extends TupleName
                ? TupleOf<WithoutComma<Arguments>, Types>
                : Head extends 'Code' | 'dspy.Code'
                  ? InferTypeLiteral<Trim<Arguments>> extends { type: string }
                    ? { type: string }
                    : `Not a language in quotes: \`${Unmask<Text>}\``
                  : Head extends keyof TypeNames | keyof Types
                    ? `\`${Head}\` takes no arguments: \`${Unmask<Text>}\``
                    : `Unknown type \`${Unmask<Head>}\``

// Python allows a comma after the last argument.
type WithoutComma<Text extends string> =
  Trim<Text> extends `${infer Rest},` ? Trim<Rest> : Trim<Text>

type ListOf<Item> = Item extends { type: infer Type } ? { type: Type[] } : Item

type OptionalOf<Item> = Item extends { type: infer Type } ? { type: Type | null } : Item

type DictOf<Text extends string, Whole extends string, Types extends NamedTypes> =
  CutTopLevel<Text, ','> extends {
    head: infer Key extends string
    tail: infer Value extends string
  }
    ? Trim<Key> extends 'str' | 'string'
      ? InferTypeExpression<Trim<Value>, Types> extends infer Result
        ? Result extends { type: infer Type }
          ? { type: Record<string, Type> }
          : Result
        : never
      : `The key of a dict must be \`str\`: \`${Unmask<Whole>}\``
    : `A dict takes a key and a value: \`${Unmask<Whole>}\``

type UnionOf<
  Text extends string,
  Separator extends string,
  Types extends NamedTypes,
  Done = never,
> =
  CutTopLevel<Text, Separator> extends infer Cut
    ? Cut extends { head: infer Head extends string; tail: infer Tail }
      ? InferTypeExpression<Trim<Head>, Types> extends infer Result
        ? Result extends { type: infer Type }
          ? Tail extends string
            ? UnionOf<Tail, Separator, Types, Done | Type>
            : { type: Done | Type }
          : Result
        : never
      : Cut
    : never

type TupleOf<Text extends string, Types extends NamedTypes, Done extends unknown[] = []> =
  CutTopLevel<Text, ','> extends infer Cut
    ? Cut extends { head: infer Head extends string; tail: infer Tail }
      ? InferTypeExpression<Trim<Head>, Types> extends infer Result
        ? Result extends { type: infer Type }
          ? Tail extends string
            ? Trim<Tail> extends '...'
              ? Done extends []
                ? { type: Type[] }
                : '`...` stands after one type only, as in `tuple[int, ...]`'
              : TupleOf<Tail, Types, [...Done, Type]>
            : { type: [...Done, Type] }
          : Result
        : never
      : Cut
    : never
