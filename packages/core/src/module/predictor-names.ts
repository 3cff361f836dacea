import { findPredictors } from './find-predictors.ts'

type NameOf = (predictor: object) => string | undefined

const known = new WeakMap<object, NameOf>()

/** A function that names a program's predictors; the program is searched only for one not seen before. */
export function predictorNames(program: object): NameOf {
  const existing = known.get(program)
  if (existing) return existing
  const names = new WeakMap<object, string | undefined>()
  const nameOf: NameOf = (predictor) => {
    if (!names.has(predictor)) {
      names.set(predictor, undefined)
      for (const [name, found] of findPredictors(program)) names.set(found, name)
    }
    return names.get(predictor)
  }
  known.set(program, nameOf)
  return nameOf
}
