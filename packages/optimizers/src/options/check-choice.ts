import { OptionError } from '@ockham/core'

/** Throws `OptionError` unless the value is one of the choices. */
export function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  const names = choices.map((choice) => `'${choice}'`).join(', ')
  throw new OptionError(option, `must be one of ${names}, not '${value}'.`)
}
