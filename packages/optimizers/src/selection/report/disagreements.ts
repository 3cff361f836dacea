import { exampleInputs } from '@ockham/core'
import type { Evaluation } from '../../run/evaluation.ts'
import type { CandidateRun } from '../candidate-run.ts'
import type { SelectionData } from '../selection.ts'
import type { Disagreement, RowResult } from '../selection-report.ts'

/** How many a report keeps. */
export const mostDisagreements = 200

interface Compared<Gold extends object, Outputs extends object> {
  readonly all: readonly CandidateRun<Gold, Outputs>[]
  readonly reference: CandidateRun<Gold, Outputs> | undefined
  readonly data: SelectionData<Gold, Outputs>
  readonly devset: readonly Gold[]
}

/** Examples on which the chosen had another score than another candidate, where it lost against the reference first. */
export function disagreementsOf<Gold extends object, Outputs extends object>(
  chosen: CandidateRun<Gold, Outputs>,
  { all, reference, data, devset }: Compared<Gold, Outputs>,
): Disagreement[] {
  const indexes = new Map(devset.map((gold, index) => [gold, index]))
  const rows = chosen.rows.flatMap((row, position) => {
    const gold = data.order[position]
    const results = all.flatMap(({ name, rows }) => {
      const result = rows[position]
      return result ? [[name, result] as const] : []
    })
    if (!gold || results.every(([, { score }]) => score === row.score)) return []
    return {
      index: indexes.get(gold) ?? position,
      inputs: plain(exampleInputs(gold)),
      results: Object.fromEntries(results.map(([name, result]) => [name, resultOf(result)])),
      lost: (reference?.rows[position]?.score ?? 0) - row.score,
    }
  })
  return rows
    .toSorted((one, other) => other.lost - one.lost || one.index - other.index)
    .slice(0, mostDisagreements)
    .map(({ lost: _, ...disagreement }) => disagreement)
}

/** As JSON holds it: a report is saved as that. */
function plain(inputs: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(inputs))
}

function resultOf({ score, outputs, error }: Evaluation): RowResult {
  return { score, ...(outputs ? { outputs } : {}), ...(error ? { error: error.message } : {}) }
}
