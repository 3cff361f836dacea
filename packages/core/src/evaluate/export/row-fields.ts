import { exampleInputs } from '../../example/example.ts'
import type { EvaluationRow } from '../evaluation-result.ts'

/** The fields of a row by what they are. */
export interface RowFields {
  readonly inputs: Readonly<Record<string, unknown>>
  /** What the example holds beside the inputs: what is right. */
  readonly labels: Readonly<Record<string, unknown>>
  /** What the program predicted; undefined when it failed. */
  readonly outputs: Readonly<Record<string, unknown>> | undefined
}

/** An evaluated row's inputs, labels and predicted outputs. */
export function rowFields({ example, prediction }: EvaluationRow<object, object>): RowFields {
  const inputs = exampleInputs(example)
  const labels = Object.entries(example).filter(([name]) => !Object.hasOwn(inputs, name))
  return {
    inputs,
    labels: Object.fromEntries(labels),
    outputs: prediction && { ...prediction },
  }
}
