import type { FieldType } from '../field-type.ts'
import { checkBrackets } from './brackets.ts'
import { parseTypeExpression } from './expression.ts'
import { parseTypeTokens } from './tokens.ts'

/**
 * Reads a type such as `list[str]` or `'a' | 'b'`, in DSPy's or TypeScript's spelling; `named` holds
 * the user's own types, which go before the built-in ones. Throws `SignatureError`.
 */
export function parseType(text: string, named: ReadonlyMap<string, FieldType>): FieldType {
  const shown = text.trim()
  const tokens = parseTypeTokens(text)
  checkBrackets(tokens, shown)
  return parseTypeExpression(tokens, { source: text, shown, named })
}
