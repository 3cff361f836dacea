/** Whether a value may stand in a literal type. */
export function isLiteralValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
