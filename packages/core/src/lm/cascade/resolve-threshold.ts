import { checkFraction } from '../../errors/check-fraction.ts'

/** The threshold, or its default; throws `OptionError` for one outside 0 to 1. */
export function resolveThreshold(threshold: number | undefined, usual: number): number {
  const resolved = threshold ?? usual
  checkFraction('threshold', resolved)
  return resolved
}
