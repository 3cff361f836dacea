import type { Module } from '@ockham/core'
import { seededRandom } from '../random/random.ts'
import { checkSamePredictors } from './check-same-predictors.ts'
import { copyUntrained } from './copy-untrained.ts'
import { labeledDemos } from './labeled-demos.ts'

/** Who is taught, by whom, and with what. */
export interface TeacherOptions<Outputs extends object> {
  readonly student: Module<never, Outputs>
  /** The student without its demonstrations, unless given. */
  readonly teacher: Module<never, Outputs> | undefined
  readonly trainset: readonly object[]
  readonly maxLabeledDemos: number
  readonly seed: number
}

/**
 * A copy of the teacher; one without demonstrations gets labelled ones. Throws
 * `OptionError` when it does not fit the student.
 */
export function prepareTeacher<Outputs extends object>(
  options: TeacherOptions<Outputs>,
): Module<never, Outputs> {
  const { student, teacher, trainset, maxLabeledDemos, seed } = options
  const copy = teacher ? teacher.copy() : copyUntrained(student)
  checkSamePredictors(copy, student)
  if (copy.predictors().every(({ demos }) => demos.length === 0)) {
    const random = seededRandom(seed)
    for (const predictor of copy.predictors()) {
      predictor.demos = labeledDemos(predictor, trainset, maxLabeledDemos, random)
    }
  }
  return copy
}
