import type { Metric } from '@ockham/core'
import { fingerprint } from '../../run/fingerprint.ts'
import { Journal } from '../../run/journal.ts'

/**
 * A file of evaluations that selections with one metric have paid for, whatever their models, examples and
 * requirements. Throws `StateError` for a file of another metric, and for one that is damaged.
 */
export function openEvidence<Gold extends object, Outputs extends object>(
  path: string,
  metric: Metric<Gold, Outputs>,
): Journal {
  return new Journal(path, fingerprint('evidence', String(metric)))
}
