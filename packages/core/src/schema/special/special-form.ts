import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'

/** How the values of one of DSPy's own types are read, written and described. */
export interface SpecialForm {
  /** The value in our spelling, or why there is none; DSPy's spelling is read too. */
  read(value: unknown): Coerced
  /** A value that was read, as the JSON or the text that DSPy writes of it. */
  write(value: unknown): JSONValue
  /** The type as pydantic sees it, for JSON Schemas; absent where it has none. */
  readonly model?: FieldType
  /** True when values stand as parts of their own in a user's message. */
  readonly isMedia?: true
}
