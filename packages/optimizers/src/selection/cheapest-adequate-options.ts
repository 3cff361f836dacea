import { type LM, type Metric, OptionError } from '@ockham/core'
import { type CompileBudget, resolveBudget } from '../budget/compile-budget.ts'
import { checkFraction } from '../options/check-fraction.ts'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import type { Requirement } from './requirement.ts'

/** The least mean score that is adequate, or a model that an adequate one must not fall far behind. */
type RequirementOptions =
  | { floor: number; reference?: undefined; tolerance?: undefined }
  | {
      reference: LM
      /** How far below the reference's mean score an adequate model may be; 0.02 by default. */
      tolerance?: number
      floor?: undefined
    }

/** How to choose a model. */
export type CheapestAdequateOptions<
  Gold extends object,
  Outputs extends object,
> = RequirementOptions & {
  metric: Metric<Gold, Outputs>
  /** Models to choose from, cheapest first where their prices are not known. */
  models: readonly LM[]
  /** The probability that a certificate is right is at least this; 0.95 by default. */
  confidence?: number
  /** What is certified: the mean score on this very devset. `population` is not supported yet. */
  certificate?: 'devset' | 'population'
  /** `uniform`: one model for all predictors. The others are not supported yet. */
  assignment?: 'uniform' | 'per-predictor' | 'cascade'
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
  readonly confidence: number
  readonly budget: CompileBudget | undefined
  readonly seed: number
  readonly concurrency: number
}

const defaults = {
  tolerance: 0.02,
  confidence: 0.95,
  certificate: 'devset',
  assignment: 'uniform',
  seed: 0,
  concurrency: 8,
} as const

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveCheapestAdequateOptions<Gold extends object, Outputs extends object>(
  options: CheapestAdequateOptions<Gold, Outputs>,
): ResolvedSelection<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  const { metric, confidence, certificate, assignment, budget, seed, concurrency } = resolved
  if (certificate !== 'devset') {
    throw new OptionError('certificate', `"${certificate}" is not supported yet; use "devset".`)
  }
  if (assignment !== 'uniform') {
    throw new OptionError('assignment', `"${assignment}" is not supported yet; use "uniform".`)
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new OptionError('confidence', `must be above 0 and below 1, not ${confidence}.`)
  }
  checkSeed(seed)
  checkWholeNumber('concurrency', concurrency, 1)
  resolveBudget(budget)
  const requirement = resolveRequirement(options)
  const models = resolveModels(options.models, requirement)
  return { metric, models, requirement, confidence, budget, seed, concurrency }
}

function resolveRequirement({ floor, reference, tolerance }: RequirementOptions): Requirement {
  if (floor !== undefined && reference !== undefined) {
    throw new OptionError('floor', 'and `reference` exclude each other; pass one of them.')
  }
  if (reference !== undefined) {
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
  if (models.length === 0) throw new OptionError('models', 'is empty; pass at least one LM.')
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
