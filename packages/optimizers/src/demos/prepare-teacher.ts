import { type Module, OptionError } from '@ockham/core'
import { seededRandom } from '../random/random.ts'
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
  checkPaths(copy, student)
  if (copy.predictors().every(({ demos }) => demos.length === 0)) {
    const random = seededRandom(seed)
    for (const predictor of copy.predictors()) {
      predictor.demos = labeledDemos(predictor, trainset, maxLabeledDemos, random)
    }
  }
  return copy
}

function checkPaths(teacher: Module<never, object>, student: Module<never, object>): void {
  const paths = (program: Module<never, object>): string =>
    program
      .namedPredictors()
      .map(([path]) => path)
      .toSorted()
      .join(', ')
  if (paths(teacher) === paths(student)) return
  throw new OptionError(
    'teacher',
    `must have the same predictors as the program: it has ${paths(teacher)} instead of ${paths(student)}.`,
  )
}
