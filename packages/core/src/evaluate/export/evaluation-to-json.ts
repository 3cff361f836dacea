import type { EvaluationResult } from '../evaluation-result.ts'
import { rowFields } from './row-fields.ts'
import { toJSONValue } from './to-json-value.ts'

const version = 1

/**
 * An evaluation as JSON text, with every row: its example and which fields are inputs, the prediction,
 * score, feedback, error (name, code and message), cost in US dollars, duration in ms, and LM calls where
 * they were kept.
 * `compareEvaluations` takes what `JSON.parse` makes of it.
 */
export function evaluationToJSON(result: EvaluationResult<object, object>): string {
  const rows = result.rows.map((row) => {
    const { example, prediction, error, ...rest } = row
    return {
      example: { ...example },
      inputs: Object.keys(rowFields(row).inputs),
      prediction: prediction ?? null,
      ...rest,
      ...(error !== undefined && { error: thrown(error) }),
    }
  })
  return `${JSON.stringify(toJSONValue({ version, ...result, rows }), null, 2)}\n`
}

// Anything can be thrown, and an error must be told from what is no error.
function thrown(error: unknown): unknown {
  return error instanceof Error ? error : { name: 'Error', message: String(error) }
}
