import type { Module } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'

/** A program and the examples it is to be run on; of none there is nothing to tell. */
export interface Work<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs> | undefined
  readonly examples: readonly Gold[]
}

/** What programs do on examples, in one batch and in their order; fewer where the budget ended. */
export async function evaluateAll<Gold extends object, Outputs extends object>(
  run: CompileRun<Gold, Outputs>,
  works: readonly Work<Gold, Outputs>[],
): Promise<Evaluation[][]> {
  const trials = works.map(({ program, examples }) => {
    const candidate = program && run.candidate(program)
    return candidate ? examples.map((gold) => ({ candidate, gold })) : []
  })
  await run.evaluate(trials.flat())
  return trials.map((own) => own.flatMap((trial) => run.known(trial) ?? []))
}

/** The scores of evaluations, added up. */
export function sumOfScores(evaluations: readonly Evaluation[]): number {
  return evaluations.reduce((total, { score }) => total + score, 0)
}
