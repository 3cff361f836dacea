import type { Constraints } from './field-type.ts'

const names: Readonly<Record<keyof Constraints, true>> = {
  gt: true,
  ge: true,
  lt: true,
  le: true,
  minLength: true,
  maxLength: true,
  multipleOf: true,
}

/** Whether a name is that of a bound. */
export function isConstraintName(name: string): name is keyof Constraints {
  return Object.hasOwn(names, name)
}
