import { OckhamError } from '../../errors/ockham-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import type { Metric } from '../../evaluate/metric.ts'
import type { Prediction } from '../../example/prediction.ts'
import type { Outcome } from './outcome.ts'
import type { OutcomeRow } from './outcome-row.ts'
import type { RecordedOutcomes } from './recorded-outcomes.ts'

/** Scores a prediction on a row. */
type RowScore = (row: OutcomeRow, predicted: unknown, model: string | undefined) => number

/**
 * The metric of a table: the recorded score of the predicted answer, or where no scores are recorded
 * whether it is the right one. No answer scores 0. Throws `OptionError` when the table has neither
 * scores nor right answers; the metric throws `OckhamError` for what the table does not know.
 */
export function outcomeMetric<Output extends string>(
  table: RecordedOutcomes,
): Metric<object, Readonly<Record<Output, unknown>>> {
  const score = rowScore(table)
  return (gold, prediction) => {
    const key: unknown = Reflect.get(gold, table.keyColumn)
    const row = typeof key === 'string' ? table.index.get(key) : undefined
    if (row === undefined) {
      throw new OckhamError(
        `The example has no \`${table.keyColumn}\` that the table knows; evaluate on \`table.devset()\`.`,
      )
    }
    const predicted: unknown = Reflect.get(prediction, table.output)
    if (predicted === undefined) {
      throw new OckhamError(
        `The prediction has no field \`${table.output}\`; name the program's answer as \`output\` of the table.`,
      )
    }
    return textOf(predicted) === '' ? 0 : score(row, predicted, modelOf(prediction))
  }
}

/** The score that a model's outcome has by the metric of the table. */
export function outcomeScore(
  table: RecordedOutcomes,
): (row: OutcomeRow, outcome: Outcome) => number {
  if (table.hasScores) return (_row, { score }) => score ?? 0
  const score = rowScore(table)
  return (row, { answer = '' }) => (answer === '' ? 0 : score(row, answer, undefined))
}

function rowScore(table: RecordedOutcomes): RowScore {
  if (table.hasScores) return table.hasAnswers ? scoreOfAnswer : (_row, given) => Number(given)
  if (table.rows.every(({ label }) => label !== undefined)) return (row, it) => isRight(it, row)
  throw new OptionError(
    'label',
    'is missing: a table without scores needs the column of the right answers.',
  )
}

function isRight(predicted: unknown, { label = '' }: OutcomeRow): number {
  if (typeof predicted === 'number') return Number(predicted === Number(label))
  if (typeof predicted === 'boolean') return Number(String(predicted) === label.toLowerCase())
  return Number(textOf(predicted) === label)
}

// Two models can have given one answer that was scored differently, as judges do; then each has its own.
function scoreOfAnswer(row: OutcomeRow, predicted: unknown, model: string | undefined): number {
  const text = textOf(predicted)
  const own = model === undefined ? undefined : row.outcomes.get(model)
  if (own?.answer === text) return own.score ?? 0
  const same = [...row.outcomes.values()].find(({ answer }) => answer === text)
  if (same !== undefined) return same.score ?? 0
  throw new OckhamError(
    `No model of the table answered so to example ${row.key}, so the answer has no score; leave answers as they are, or use a metric of your own.`,
  )
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}

function modelOf(prediction: Prediction<object>): string | undefined {
  return prediction.$meta?.model
}
