import { OptionError } from '@ockham/core'
import type { ResolvedSelection } from './cheapest-adequate-options.ts'

const pilot = 40
const fewest = 12

/**
 * How many examples are for finding out what to test. One model for all needs none but where the order of many tests
 * matters, as for a `population` certificate that compares; else it is a third. Throws `OptionError` for a devset that is too small.
 */
export function searchSizeOf<Gold extends object, Outputs extends object>(
  { assignment, certificate, requirement }: ResolvedSelection<Gold, Outputs>,
  devsetSize: number,
): number {
  if (assignment === 'uniform') {
    const isNeeded = certificate === 'population' && requirement.kind === 'reference'
    return isNeeded ? Math.min(pilot, Math.floor(devsetSize / 4)) : 0
  }
  if (devsetSize >= fewest) return Math.floor(devsetSize / 3)
  throw new OptionError(
    'devset',
    `has too few examples, ${devsetSize}: \`assignment: "${assignment}"\` searches on a third of at least ${fewest}.`,
  )
}
