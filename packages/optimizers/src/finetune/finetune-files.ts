import { currentSetting, type Module, OptionError, type Predictor } from '@ockham/core'
import { derivedRandom } from '../random/derived-random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { type FinetuneRow, finetuneJSONL } from './finetune-row.ts'
import { stepRow } from './step-row.ts'

/** What one model is to learn. */
export interface FinetuneFile {
  /** The paths of the predictors that it is for. */
  readonly predictors: readonly string[]
  /** The model to begin with, as the predictors call it; undefined where they have none. */
  readonly baseModel: string | undefined
  /** The number of rows. */
  readonly rows: number
  /** The rows, as the text of a JSONL file. */
  readonly jsonl: string
}

/** What is learned by whom. */
export interface FinetuneData {
  readonly student: Module<never, object>
  readonly runs: readonly Evaluation[]
  /** Whether predictors of the same model learn together. */
  readonly multitask: boolean
  readonly seed: number
}

/**
 * The calls of some runs as files of rows in a random order: one for each model, or for each predictor. Predictors that
 * were not called have none. Throws `OptionError` for calls that are no texts.
 */
export function finetuneFiles({ student, runs, multitask, seed }: FinetuneData): FinetuneFile[] {
  const groups = new Map<string, [string, Predictor][]>()
  for (const [path, predictor] of student.namedPredictors()) {
    const key = multitask ? `model ${modelOf(predictor)}` : `predictor ${path}`
    groups.set(key, [...(groups.get(key) ?? []), [path, predictor]])
  }
  return [...groups.values()].flatMap((group, index) => {
    const rows = rowsOf(new Map(group), runs)
    const [first] = group
    if (rows.length === 0 || first === undefined) return []
    return {
      predictors: group.map(([path]) => path),
      baseModel: modelOf(first[1]),
      rows: rows.length,
      jsonl: finetuneJSONL(shuffle(rows, derivedRandom(seed, index))),
    }
  })
}

/** The model to begin with, as a provider calls it: `openai/gpt-4o-mini` is OpenAI's `gpt-4o-mini`. */
export function providerModel(provider: string, baseModel: string | undefined): string {
  if (baseModel === undefined) {
    throw new OptionError('model', 'is needed, since the program has no LM that tells its model.')
  }
  const prefix = `${provider}/`
  return baseModel.startsWith(prefix) ? baseModel.slice(prefix.length) : baseModel
}

function modelOf({ lm }: Predictor): string | undefined {
  return (lm ?? currentSetting('lm'))?.model
}

function rowsOf(
  predictors: ReadonlyMap<string, Predictor>,
  runs: readonly Evaluation[],
): FinetuneRow[] {
  return runs.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const predictor = step.predictor === undefined ? undefined : predictors.get(step.predictor)
      return predictor ? stepRow(predictor, step) : []
    }),
  )
}
