import type { Constraints, FieldType } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'

/** What a validation library's schema says about a field. */
export interface SchemaReading {
  readonly type: FieldType
  readonly description?: string
  readonly constraints?: Constraints
  readonly default?: { readonly value: JSONValue }
  /** True when the value may be left out and then stays undefined. */
  readonly optional?: boolean
}
