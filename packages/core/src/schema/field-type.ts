import type { LiteralValue } from './is-literal-value.ts'
import type { JSONValue } from './json-value.ts'
import type { SpecialTypes } from './special/special-types.ts'
import type { StandardSchema } from './standard-schema.ts'

/** Types that stand for themselves. */
export type ScalarKind = 'str' | 'int' | 'float' | 'bool' | 'any' | 'none'

/** DSPy's types with a wire form of their own. */
export type SpecialName = keyof SpecialTypes

/** One property of a model. */
export interface ModelProperty {
  readonly name: string
  readonly type: FieldType
  readonly required: boolean
  readonly description?: string
  /** Present when the property has a default. */
  readonly default?: { readonly value: JSONValue }
  readonly constraints?: Constraints
}

/** Bounds on a value, in the order they were declared. */
export interface Constraints {
  readonly gt?: number
  readonly ge?: number
  readonly lt?: number
  readonly le?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly multipleOf?: number
}

/** The type of a field: what prompts show, replies are coerced to, and values are checked against. */
export type FieldType =
  | { readonly kind: ScalarKind }
  /** `item` is absent for a bare `list`. */
  | { readonly kind: 'list'; readonly item?: FieldType }
  /** `value` is absent for a bare `dict`. */
  | { readonly kind: 'dict'; readonly value?: FieldType }
  | { readonly kind: 'tuple'; readonly items: readonly FieldType[]; readonly rest?: FieldType }
  | { readonly kind: 'literal'; readonly values: readonly LiteralValue[] }
  /** `Optional[T]` is a union of T and `none`. */
  | { readonly kind: 'union'; readonly options: readonly FieldType[] }
  | {
      readonly kind: 'enum'
      readonly name: string
      readonly members: Readonly<Record<string, string | number>>
      readonly schema?: StandardSchema
    }
  | {
      readonly kind: 'model'
      readonly name: string
      readonly properties: readonly ModelProperty[]
      readonly description?: string
      /** True when other properties than the declared ones are kept. */
      readonly open?: boolean
      /** True when other properties than the declared ones are an error to pydantic. */
      readonly closed?: boolean
      /** The schema the values must pass in the end, with its own refinements and transforms. */
      readonly schema?: StandardSchema
    }
  | { readonly kind: 'special'; readonly name: SpecialName; readonly language?: string }
  /** A type that is not looked into: shown by its JSON Schema, checked by its schema or by one around it. */
  | {
      readonly kind: 'opaque'
      readonly name: string
      readonly schema?: StandardSchema
      readonly jsonSchema: { readonly [key: string]: JSONValue }
    }
  /** A type whose values must also pass a schema with refinements or transforms. */
  | { readonly kind: 'refined'; readonly base: FieldType; readonly schema: StandardSchema }
