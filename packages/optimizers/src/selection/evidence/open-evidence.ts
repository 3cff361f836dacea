import type { Metric } from '@ockham/core'
import type { Evaluation } from '../../run/evaluation.ts'
import { fingerprint } from '../../run/fingerprint.ts'
import { Journal } from '../../run/journal.ts'

// What ends by these says something of the day, and nothing of the model.
const outages = [
  'AllRoutesFailedError',
  'LMRateLimitError',
  'LMServerError',
  'LMStreamTruncatedError',
  'LMTimeoutError',
  'LMTransportError',
]

/**
 * A file of evaluations that selections with one metric have paid for, whatever their models, examples and
 * requirements, but for those that an outage ended. Throws `StateError` for a file of another metric, and for one that is
 * damaged.
 */
export function openEvidence<Gold extends object, Outputs extends object>(
  path: string,
  metric: Metric<Gold, Outputs>,
): Journal {
  return new Evidence(path, fingerprint('evidence', String(metric)))
}

class Evidence extends Journal {
  override record(key: string, value: Partial<Evaluation>): void {
    if (value.error && outages.includes(value.error.name)) return
    super.record(key, value)
  }
}
