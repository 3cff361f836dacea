import { OptionError } from '@ockham/core'

/** Throws `OptionError` unless the value is a whole number that is not below `least`. */
export function checkWholeNumber(option: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new OptionError(option, `must be a whole number from ${least}, not ${value}.`)
}
