import { OptionError } from '../../errors/option-error.ts'
import type { Metric } from '../metric.ts'
import { scoreWith } from '../score-with.ts'

/** A metric and how much it counts. */
export interface WeightedPart<Gold extends object, Outputs extends object> {
  readonly metric: Metric<Gold, Outputs>
  /** Above 0; 1 by default. */
  readonly weight?: number
}

/**
 * One metric of several: the weighted mean of their scores, and as feedback a line for each with its name,
 * its score and its words. Throws `OptionError`.
 */
export function weightedMetric<Gold extends object, Outputs extends object>(
  parts: Readonly<Record<string, WeightedPart<Gold, Outputs>>>,
): Metric<Gold, Outputs> {
  const named = Object.entries(parts).map(([name, { metric, weight = 1 }]) => {
    if (!(weight > 0 && Number.isFinite(weight))) {
      throw new OptionError(`${name}.weight`, `must be a number above 0, not ${weight}.`)
    }
    return { name, metric, weight }
  })
  if (named.length === 0) throw new OptionError('parts', 'must hold at least one metric.')
  const total = named.reduce((sum, { weight }) => sum + weight, 0)
  return async (gold, prediction, trace) => {
    const scored = await Promise.all(
      named.map(async ({ name, metric, weight }) => {
        return { name, weight, ...(await scoreWith(metric, gold, prediction, trace)) }
      }),
    )
    const sum = scored.reduce((running, { score, weight }) => running + weight * score, 0)
    const lines = scored.map(({ name, score, feedback }) => line(name, score, feedback))
    // A mean of ones must not come out above 1.
    return { score: Math.min(1, sum / total), feedback: lines.join('\n') }
  }
}

function line(name: string, score: number, feedback: string | undefined): string {
  return `${name} (${score.toFixed(2)})${feedback === undefined ? '' : `: ${feedback}`}`
}
