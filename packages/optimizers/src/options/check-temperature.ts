import { OptionError } from '@ockham/core'

/** Throws `OptionError` unless the value is a temperature. */
export function checkTemperature(option: string, value: number): void {
  if (value >= 0 && value <= 2) return
  throw new OptionError(option, `must be a number from 0 to 2, not ${value}.`)
}
