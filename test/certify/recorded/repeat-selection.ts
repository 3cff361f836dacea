import { Predict } from '@ockham/core'
import {
  CheapestAdequate,
  type CheapestAdequateOptions,
  type SelectionReport,
} from '@ockham/optimizers'
import type { readTable, Truth } from './recorded-table.ts'

type Table = ReturnType<typeof readTable>
type Options = CheapestAdequateOptions<{ readonly answer?: string }, { answer: string }>

/** How selections in many random orders went. */
export interface Repeated {
  /** Of the runs: the choice is the one that an exhaustive evaluation would make. */
  readonly agreement: number
  /** Of the runs: a choice that is not adequate was certified. */
  readonly errors: number
  /** Mean dollars of a run, as a part of what all models on all examples cost. */
  readonly spend: number
  /** Milliseconds an evaluation, the LMs' own included. */
  readonly millisecondsAnEvaluation: number
}

/** What to repeat, and how to judge it. */
export interface Repetition {
  readonly truths: readonly Truth[]
  /** The least true mean score that is adequate. */
  readonly adequate: number
  readonly permutations: number
  /** All options but the seed, which is that of the order. */
  options(table: Table): Options
}

/** Runs a selection in as many orders of the table as are asked for. */
export async function repeatSelection(
  table: Table,
  { truths, adequate, permutations, options }: Repetition,
): Promise<Repeated> {
  const total = truths.reduce((sum, { costUSD }) => sum + costUSD, 0)
  const best = truths.find(({ meanScore }) => meanScore >= adequate - 1e-9)?.model
  const devset = table.devset()
  const counts = { agree: 0, wrong: 0, spent: 0, evaluations: 0 }
  const startedAt = performance.now()
  for (let seed = 0; seed < permutations; seed += 1) {
    const { report } = await new CheapestAdequate({ ...options(table), seed }).compile(
      new Predict('example -> answer'),
      { devset },
    )
    const truth = truths.find(({ model }) => model === report.chosen)
    if (report.chosen === best) counts.agree += 1
    if (report.certified && (truth?.meanScore ?? 0) < adequate - 1e-9) counts.wrong += 1
    counts.spent += (report.costUSD ?? 0) / total
    counts.evaluations += evaluationsOf(report)
  }
  return {
    agreement: counts.agree / permutations,
    errors: counts.wrong / permutations,
    spend: counts.spent / permutations,
    millisecondsAnEvaluation: (performance.now() - startedAt) / counts.evaluations,
  }
}

function evaluationsOf({ candidates }: SelectionReport): number {
  return candidates.reduce((sum, { evaluated }) => sum + evaluated, 0)
}
