import { OptionError } from '@ockham/core'

/** Throws `OptionError` for a `metricThreshold` that no score can be compared with. */
export function checkThreshold(metricThreshold: number | undefined): void {
  if (metricThreshold === undefined || !Number.isNaN(metricThreshold)) return
  throw new OptionError('metricThreshold', 'must be a score, or left out; it is not a number.')
}
