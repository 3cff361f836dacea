import { checkFraction, OptionError } from '@ockham/core'
import type { Certificate } from '../certificate/certificate.ts'

/** What came of one request in production that was sampled and scored. */
export interface ProductionScore {
  /** In [0, 1], by the metric of the certificate or what stands for it, such as labels. */
  score: number
  /** That of the reference on the same inputs: needed where the certificate compares with one. */
  referenceScore?: number
  /** How long the program took: needed where the certificate has a latency. `Infinity` if it failed. */
  durationMs?: number
  /** The model, or models, that the vendor says answered. */
  served?: string | readonly string[]
  /** When it was; now by default. */
  date?: Date
}

/** Throws `OptionError` for what cannot be compared with the certificate. */
export function checkProductionScore(
  { score, referenceScore, durationMs, date }: ProductionScore,
  { requirement, latency }: Certificate,
): void {
  checkFraction('score', score)
  if (referenceScore !== undefined) checkFraction('referenceScore', referenceScore)
  else if ('reference' in requirement) {
    throw new OptionError(
      'referenceScore',
      `is missing: the certificate compares with ${requirement.reference}. Run it on the same inputs, and pass its score.`,
    )
  }
  if (durationMs === undefined && latency) {
    throw new OptionError(
      'durationMs',
      'is missing: the certificate has a latency. Pass how long the program took, or `Infinity` if it failed.',
    )
  }
  if (durationMs !== undefined && !(durationMs >= 0)) {
    throw new OptionError('durationMs', `must be a number from 0, not ${durationMs}.`)
  }
  if (date && Number.isNaN(date.getTime())) throw new OptionError('date', 'is no valid date.')
}
