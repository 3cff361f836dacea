import { type Module, OptionError } from '@ockham/core'

/** Throws `OptionError` unless a teacher has predictors of the same names as the student. */
export function checkSamePredictors(
  teacher: Module<never, object>,
  student: Module<never, object>,
): void {
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
