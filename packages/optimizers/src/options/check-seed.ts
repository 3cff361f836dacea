import { OptionError } from '@ockham/core'

/** Throws `OptionError` unless the value can seed a random stream. */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed)) return
  throw new OptionError('seed', `must be a whole number, not ${seed}.`)
}
