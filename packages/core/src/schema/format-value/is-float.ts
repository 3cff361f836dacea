import type { FieldType } from '../field-type.ts'

/** Whether a number prints as a Python float: by its declared type, else by its value. */
export function isFloat(type: FieldType, value: number): boolean {
  if (!Number.isInteger(value) || type.kind === 'float') return true
  if (type.kind === 'refined') return isFloat(type.base, value)
  if (type.kind !== 'union' || type.options.some((option) => option.kind === 'int')) return false
  return type.options.some((option) => isFloat(option, value))
}
