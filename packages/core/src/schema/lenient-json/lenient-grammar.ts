import type { JSONValue } from '../json-value.ts'

/** The readers that call each other, passed as one so that their files need not import each other in a circle. */
export interface LenientGrammar {
  /** Any value; '' when none is found. */
  readonly value: () => JSONValue
  /** An object whose opening brace is behind the cursor. */
  readonly object: () => JSONValue
  /** An array whose opening bracket is behind the cursor. */
  readonly array: (closer: ']' | ')') => JSONValue[]
  /** A string or a bare word; at a bare `true`, `false` or `null` that value. */
  readonly string: () => JSONValue
}
