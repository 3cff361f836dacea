import { checkFraction, OptionError } from '@ockham/core'
import { normalQuantile } from './normal.ts'

/** What is known, or guessed, of a model and its reference, and how sure the answer must be. */
export interface SampleSizeOptions {
  /** The part of the examples on which the two score differently, in [0, 1]. */
  discordance: number
  /** How far below the reference's mean score is still adequate: the tolerance, in [0, 1]. */
  margin: number
  /** By how much the model is better than the reference; negative where it is worse. 0 by default. */
  gap?: number
  /** The probability of a wrong certificate; 0.05 by default. */
  alpha?: number
  /** The probability that an adequate model is certified; 0.8 by default. */
  power?: number
}

/** How many examples a certificate takes. */
export interface SampleSizePlan {
  readonly examples: number
  /** The plan in one line. */
  readonly text: string
}

const defaults = { gap: 0, alpha: 0.05, power: 0.8 }

/**
 * Examples that a certificate on future data takes, by the normal approximation to a paired comparison (Lachin,
 * "Introduction to sample size determination and power analysis for clinical trials"); by bets it
 * takes about twice as many, and three times as many where few are enough. Throws `OptionError` for what cannot be, such as a gap that uses up the margin.
 */
export function planSampleSize(options: SampleSizeOptions): SampleSizePlan {
  const { discordance, margin, gap = defaults.gap } = options
  const { alpha = defaults.alpha, power = defaults.power } = options
  checkSampleSizeOptions({ discordance, margin, gap, alpha, power })
  const deviations = normalQuantile(alpha) + normalQuantile(1 - power)
  const examples = Math.max(1, Math.ceil((discordance * deviations ** 2) / (margin + gap) ** 2))
  const text =
    `${examples} examples: to certify, with an error of at most ${percent(alpha)} and in ` +
    `${percent(power)} of cases, that a model which differs from its reference on ${percent(discordance)} ` +
    `of the examples${gapText(gap)} is at most ${percent(margin)} below it on future data.`
  return { examples, text }
}

/** Throws `OptionError` for what cannot be. */
export function checkSampleSizeOptions({
  discordance,
  margin,
  gap,
  alpha,
  power,
}: Required<SampleSizeOptions>): void {
  checkFraction('discordance', discordance)
  checkFraction('margin', margin)
  if (!(Math.abs(gap) <= discordance)) {
    throw new OptionError(
      'gap',
      `cannot be larger than the discordance ${discordance}, as ${gap} is.`,
    )
  }
  if (!(margin + gap > 0)) {
    throw new OptionError(
      'gap',
      'uses up the margin, so the model is not adequate; raise `margin`.',
    )
  }
  for (const [option, value] of Object.entries({ alpha, power })) {
    if (value > 0 && value < 1) continue
    throw new OptionError(option, `must be above 0 and below 1, not ${value}.`)
  }
}

/** A fraction as people read it, such as 2.5 %. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(2))} %`
}

/** What a gap says in a sentence on a model; nothing for none. */
export function gapText(gap: number): string {
  if (gap === 0) return ''
  return ` and is ${percent(Math.abs(gap))} ${gap > 0 ? 'better' : 'worse'}`
}
