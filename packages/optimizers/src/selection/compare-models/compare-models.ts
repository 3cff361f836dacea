import {
  compareEvaluations,
  type EvaluateOptions,
  type EvaluationResult,
  evaluate,
  type LM,
  type Module,
  OptionError,
  type ProgramInputs,
  type ProgramOutputs,
  type WithInputs,
} from '@ockham/core'
import type { ComparedModel, ModelComparison } from './model-comparison.ts'

/** Which models to compare on what; what else `evaluate` takes goes to each evaluation. */
export interface CompareModelsOptions<Gold extends object, Outputs extends object>
  extends EvaluateOptions<Gold, Outputs> {
  /** The first is the one that others are compared with. */
  models: readonly LM[]
}

/**
 * Evaluates a program with each of several models on the whole devset, one model after the other: the plain table, with
 * paired intervals, and no choice made. Throws `OptionError` for models that a table could not tell apart, and what `evaluate` throws.
 */
export async function compareModels<
  Program extends Module<never, object>,
  Gold extends WithInputs<ProgramInputs<Program>>,
>(
  program: Program,
  options: CompareModelsOptions<Gold, ProgramOutputs<Program>>,
): Promise<ModelComparison<Gold, ProgramOutputs<Program>>> {
  const { models, ...evaluation } = options
  checkModels(models)
  const results: EvaluationResult<Gold, ProgramOutputs<Program>>[] = []
  for (const lm of models) {
    const bound = program.copy()
    bound.setLM(lm)
    results.push(await evaluate(bound, evaluation))
  }
  const compared = results.map((result, index) => describe(models[index], result, results[0]))
  const costs = results.map(({ costUSD }) => costUSD)
  return {
    models: compared,
    costUSD: costs.reduce<number | null>(
      (sum, cost) => (sum === null || cost === null ? null : sum + cost),
      0,
    ),
  }
}

function describe<Gold extends object, Outputs extends object>(
  lm: LM | undefined,
  evaluation: EvaluationResult<Gold, Outputs>,
  first: EvaluationResult<Gold, Outputs> | undefined,
): ComparedModel<Gold, Outputs> {
  const { rows, costUSD } = evaluation
  const durations = rows.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b)
  return {
    model: lm?.model ?? '',
    evaluation,
    costPerExampleUSD: costUSD === null ? null : costUSD / rows.length,
    medianDurationMs: durations[Math.floor(durations.length / 2)] ?? 0,
    ...(first && first !== evaluation
      ? { versusFirst: compareEvaluations(first, evaluation) }
      : {}),
  }
}

function checkModels(models: readonly LM[]): void {
  if (!Array.isArray(models) || models.length === 0)
    throw new OptionError('models', 'is empty; pass at least one LM.')
  const names = models.map(({ model }) => model)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw new OptionError('models', `holds ${twice} twice, which a table could not tell apart.`)
}
