import { OptionError } from '../../errors/option-error.ts'

/** Throws `OptionError` unless the option is a whole number from `least`. */
export function checkCount(option: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new OptionError(option, `must be a whole number from ${least}.`)
  }
}
