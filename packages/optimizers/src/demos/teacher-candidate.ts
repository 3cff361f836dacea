import type { Module } from '@ockham/core'
import type { Candidate } from '../run/candidate.ts'
import type { CompileRun } from '../run/compile-run.ts'
import { showsExample } from './shows-example.ts'

/** Makes the teacher a candidate for each example: of its demonstrations it sees none that tells the answer. */
export function teacherFor<Gold extends object, Outputs extends object>(
  run: CompileRun<Gold, Outputs>,
  teacher: Module<never, Outputs>,
): (gold: Gold) => Candidate<Outputs> {
  const whole = run.candidate(teacher)
  return (gold) => {
    const tells = teacher
      .predictors()
      .some((predictor) => predictor.demos.some((demo) => showsExample(predictor, demo, gold)))
    if (!tells) return whole
    const copy = teacher.copy()
    for (const predictor of copy.predictors()) {
      predictor.demos = predictor.demos.filter((demo) => !showsExample(predictor, demo, gold))
    }
    return run.candidate(copy)
  }
}
