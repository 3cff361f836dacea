import { OptionError } from './option-error.ts'

/** Throws `OptionError` unless the value is a number from 0 to 1. */
export function checkFraction(option: string, value: number): void {
  if (typeof value === 'number' && value >= 0 && value <= 1) return
  throw new OptionError(option, `must be a number from 0 to 1, not ${value}.`)
}
