import type { LiteralValue } from '../is-literal-value.ts'
/** The values one may choose from, as a reason names them; the first dozen. */
export function describeChoices(values: readonly LiteralValue[]): string {
  const shown = values
    .slice(0, 12)
    .map((value) => (typeof value === 'string' ? `'${value}'` : value))
  return `one of ${shown.join(', ')}${values.length > 12 ? ', …' : ''}`
}
