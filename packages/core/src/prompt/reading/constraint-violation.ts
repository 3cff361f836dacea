import type { Constraints } from '../../schema/field-type.ts'

/** What bound a value breaks, in words; undefined when it keeps them all. */
export function constraintViolation(constraints: Constraints, value: unknown): string | undefined {
  const { gt, ge, lt, le, multipleOf, minLength, maxLength } = constraints
  if (typeof value === 'number') {
    if (gt !== undefined && !(value > gt)) return `${value} is not greater than ${gt}`
    if (ge !== undefined && !(value >= ge)) return `${value} is less than ${ge}`
    if (lt !== undefined && !(value < lt)) return `${value} is not less than ${lt}`
    if (le !== undefined && !(value <= le)) return `${value} is greater than ${le}`
    if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
      return `${value} is not a multiple of ${multipleOf}`
    }
  }
  if (typeof value === 'string' || Array.isArray(value)) {
    const { length } = value
    if (minLength !== undefined && length < minLength)
      return `its length ${length} is below ${minLength}`
    if (maxLength !== undefined && length > maxLength)
      return `its length ${length} is above ${maxLength}`
  }
  return undefined
}

// 0.3 is a multiple of 0.1 although the division leaves a rounding error.
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient))
}
