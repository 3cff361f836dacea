import { checkFraction, type LM, type Metric, OptionError } from '@ockham/core'
import { type CompileBudget, resolveBudget } from '../budget/compile-budget.ts'
import { checkLM } from '../options/check-lm.ts'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import {
  type CascadeSearchOptions,
  type ResolvedCascadeSearch,
  resolveCascadeSearchOptions,
} from './cascade/cascade-search-options.ts'
import { type PromptSources, resolvePromptSources } from './joint/prompt-sources.ts'
import type { LatencyLimit, Requirement } from './requirement.ts'

/** The least mean score that is adequate, or a model that an adequate one must not fall far behind. */
type RequirementOptions =
  | { floor: number; reference?: undefined; tolerance?: undefined }
  | {
      reference: LM
      /** How far below the reference's mean score an adequate model may be; 0.02 by default. */
      tolerance?: number
      floor?: undefined
    }

/** What may differ between the models of a program's predictors. */
export type Assignment = 'uniform' | 'per-predictor' | 'cascade' | 'joint'

const choices = {
  certificate: ['devset', 'population'],
  method: ['exact', 'approximate'],
  assignment: ['uniform', 'per-predictor', 'cascade', 'joint'],
} as const

/** How to choose a model. */
export type CheapestAdequateOptions<
  Gold extends object,
  Outputs extends object,
> = RequirementOptions &
  PromptSources<Gold, Outputs> & {
    metric: Metric<Gold, Outputs>
    /** Models to choose from, cheapest first where their prices are not known. */
    models: readonly LM[]
    /** The probability that a certificate is right is at least this; 0.95 by default. */
    confidence?: number
    /**
     * What is certified. `devset`, the default: the score on this very devset, of which most may stay unrun. `population`:
     * that on data like it that is yet to come, which takes more examples.
     */
    certificate?: 'devset' | 'population'
    /**
     * `exact`, the default, holds for any scores. `approximate` relies on means of scores that are nearly normal, and so gives a
     * `population` certificate that compares with a reference more often for the same devset.
     */
    method?: 'exact' | 'approximate'
    /** What else is asked: so large a share of the examples, 0.95 by default, done in at most so many milliseconds. */
    latency?: { milliseconds: number; share?: number }
    /** `uniform`, the default: one model for all predictors. */
    assignment?: Assignment
    /** What cascades are made of, for `assignment: "cascade"`. */
    cascade?: CascadeSearchOptions
    /** Days after which a certificate expires; 30 by default. */
    validDays?: number
    budget?: CompileBudget
    /** Of the order in which examples are run; 0 by default. */
    seed?: number
    /** Examples in flight at a time; 8 by default. */
    concurrency?: number
  }

/** The options with every default filled in. */
export interface ResolvedSelection<Gold extends object, Outputs extends object> {
  readonly metric: Metric<Gold, Outputs>
  /** Without the reference. */
  readonly models: readonly LM[]
  readonly requirement: Requirement
  readonly latency: LatencyLimit | undefined
  readonly confidence: number
  readonly certificate: 'devset' | 'population'
  readonly method: 'exact' | 'approximate'
  readonly assignment: Assignment
  readonly cascade: ResolvedCascadeSearch
  readonly prompts: Required<PromptSources<Gold, Outputs>>
  readonly validDays: number
  readonly budget: CompileBudget | undefined
  readonly seed: number
  readonly concurrency: number
}

const defaults = {
  tolerance: 0.02,
  confidence: 0.95,
  certificate: 'devset',
  method: 'exact',
  assignment: 'uniform',
  share: 0.95,
  validDays: 30,
  seed: 0,
  concurrency: 8,
} as const

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveCheapestAdequateOptions<Gold extends object, Outputs extends object>(
  options: CheapestAdequateOptions<Gold, Outputs>,
): ResolvedSelection<Gold, Outputs> {
  const {
    metric,
    confidence = defaults.confidence,
    certificate = defaults.certificate,
    method = defaults.method,
    assignment = defaults.assignment,
    validDays = defaults.validDays,
    budget,
    seed = defaults.seed,
    concurrency = defaults.concurrency,
  } = options
  if (typeof metric !== 'function') {
    throw new OptionError('metric', 'is missing: pass a function that scores a prediction.')
  }
  const chosen = { certificate, method, assignment }
  for (const [option, known] of Object.entries(choices)) {
    const value = chosen[option as keyof typeof choices] // the entries of `choices` are these
    if (known.some((choice) => choice === value)) continue
    throw new OptionError(option, `"${value}" is not known; use ${known.join(', ')}.`)
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new OptionError('confidence', `must be above 0 and below 1, not ${confidence}.`)
  }
  if (options.cascade !== undefined && assignment !== 'cascade') {
    throw new OptionError('cascade', 'needs `assignment: "cascade"`.')
  }
  checkWholeNumber('validDays', validDays, 1)
  checkSeed(seed)
  checkWholeNumber('concurrency', concurrency, 1)
  resolveBudget(budget)
  const requirement = resolveRequirement(options)
  if (method === 'approximate' && (certificate === 'devset' || requirement.kind === 'floor')) {
    throw new OptionError(
      'method',
      '"approximate" needs `certificate: "population"` and a `reference`.',
    )
  }
  return {
    metric,
    models: resolveModels(options.models, requirement),
    requirement,
    latency: resolveLatency(options.latency),
    confidence,
    certificate,
    method,
    assignment,
    cascade: resolveCascadeSearchOptions(options.cascade),
    prompts: resolvePromptSources(options, assignment),
    validDays,
    budget,
    seed,
    concurrency,
  }
}

function resolveLatency(limit: { milliseconds: number; share?: number } | undefined) {
  if (limit === undefined) return undefined
  const { milliseconds, share = defaults.share } = limit
  if (!(milliseconds > 0)) {
    throw new OptionError('latency.milliseconds', `must be above 0, not ${milliseconds}.`)
  }
  checkFraction('latency.share', share)
  return { milliseconds, share }
}

function resolveRequirement({ floor, reference, tolerance }: RequirementOptions): Requirement {
  if (floor !== undefined && reference !== undefined) {
    throw new OptionError('floor', 'and `reference` exclude each other; pass one of them.')
  }
  if (reference !== undefined) {
    checkLM('reference', reference)
    const margin = tolerance ?? defaults.tolerance
    checkFraction('tolerance', margin)
    return { kind: 'reference', reference, tolerance: margin }
  }
  if (floor === undefined) {
    throw new OptionError(
      'floor',
      'is missing: pass the least adequate mean score, such as 0.85, or a model as `reference`.',
    )
  }
  checkFraction('floor', floor)
  return { kind: 'floor', floor }
}

function resolveModels(models: readonly LM[], requirement: Requirement): readonly LM[] {
  if (!Array.isArray(models) || models.length === 0) {
    throw new OptionError('models', 'is empty; pass a list of at least one LM.')
  }
  for (const lm of models) checkLM('models', lm)
  const reference = requirement.kind === 'reference' ? requirement.reference : undefined
  const others = models.filter((lm) => lm !== reference)
  if (others.length === 0) {
    throw new OptionError('models', 'holds only the reference; add a cheaper LM to try.')
  }
  const names = new Set(reference === undefined ? [] : [reference.model])
  for (const { model } of others) {
    if (names.has(model)) {
      throw new OptionError(
        'models',
        `and \`reference\` hold two LMs called ${model}, which a report could not tell apart; leave one out.`,
      )
    }
    names.add(model)
  }
  return others
}
