import { OptionError } from '../../errors/option-error.ts'

/** The threshold, or its default; throws `OptionError` for one outside 0 to 1. */
export function resolveThreshold(threshold: number | undefined, usual: number): number {
  const resolved = threshold ?? usual
  if (resolved >= 0 && resolved <= 1) return resolved
  throw new OptionError('threshold', 'must be a number from 0 to 1.')
}
