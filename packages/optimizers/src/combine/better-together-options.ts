import { checkFraction, type Metric, OptionError } from '@ockham/core'
import type { Optimizer } from '../optimizer.ts'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { parseStrategy } from './parse-strategy.ts'

/** What a report must tell of a step, so that the steps can share a budget. */
export interface StepSpend {
  readonly calls: number
  /** US dollars; null when the price of a call is not known. */
  readonly costUSD: number | null
}

/** Which optimizers follow each other, and by what their results are compared. */
export interface BetterTogetherOptions<Gold extends object, Outputs extends object> {
  metric: Metric<Gold, Outputs>
  /** The optimizers by the names that the strategy calls them. */
  optimizers: Readonly<Record<string, Optimizer<Gold, NoInfer<Outputs>, StepSpend>>>
  /** Names with `->` between them, such as `p -> w -> p`; by default each optimizer once, in their order. */
  strategy?: string
  /** The part of the trainset that is held back where there is no valset; 0 for no comparison, .1 by default. */
  valsetRatio?: number
  /** Whether each step sees the trainset in an order of its own; true by default. */
  shuffleTrainset?: boolean
  /** Failing validation runs that end the sequence; no limit by default. */
  maxErrors?: number
  /** Of every random choice; 0 by default. */
  seed?: number
  /** Validation examples in flight at a time; 8 by default. */
  concurrency?: number
}

/** The options with every default filled in, and the strategy read. */
export interface ResolvedBetterTogether<Gold extends object, Outputs extends object>
  extends Required<Omit<BetterTogetherOptions<Gold, Outputs>, 'strategy'>> {
  readonly steps: readonly string[]
}

const defaults = {
  valsetRatio: 0.1,
  shuffleTrainset: true,
  maxErrors: Number.POSITIVE_INFINITY,
  seed: 0,
  concurrency: 8,
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveBetterTogetherOptions<Gold extends object, Outputs extends object>(
  options: BetterTogetherOptions<Gold, Outputs>,
): ResolvedBetterTogether<Gold, Outputs> {
  const { strategy, ...resolved } = { ...defaults, ...options }
  const names = Object.keys(resolved.optimizers)
  if (names.length === 0) throw new OptionError('optimizers', 'is empty; name at least one.')
  if (typeof resolved.metric !== 'function') {
    throw new OptionError('metric', 'must be a function: the result of each step is scored by it.')
  }
  checkFraction('valsetRatio', resolved.valsetRatio)
  if (resolved.maxErrors !== Number.POSITIVE_INFINITY) {
    checkWholeNumber('maxErrors', resolved.maxErrors, 0)
  }
  checkWholeNumber('concurrency', resolved.concurrency, 1)
  checkSeed(resolved.seed)
  const steps = strategy === undefined ? names : parseStrategy(strategy, names)
  return { ...resolved, steps }
}
