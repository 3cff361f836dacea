/** What a literal type may list. */
export type LiteralValue = string | number | boolean | null

/** Whether a value may stand in a literal type; null, which unions hold too, is left to the caller. */
export function isLiteralValue(value: unknown): value is Exclude<LiteralValue, null> {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
