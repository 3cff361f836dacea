import { findPredictors } from '../module/find-predictors.ts'
import { originOf } from '../module/origin-of.ts'

/** A name within one run, and how often predictors of that name were called. */
export interface NamedPredictor {
  readonly name: string
  calls: number
}

/** The names of the predictors of one run: those of the program, and of copies that it makes of itself. */
export class PredictorNames {
  private readonly names = new Map<object, NamedPredictor>()
  private readonly unnamed: NamedPredictor = { name: 'unnamed', calls: 0 }

  constructor(program: object) {
    this.include(program)
  }

  /** Adds the predictors of a module that a plain function calls; those that have one name count as one. */
  include(module: object): void {
    if (this.names.has(module)) return
    for (const [name, predictor] of findPredictors(module)) {
      if (this.names.has(predictor)) continue
      const known = [...this.names.values()].find((one) => one.name === name)
      this.names.set(predictor, known ?? { name, calls: 0 })
    }
  }

  of(predictor: object): NamedPredictor {
    for (let one: object | undefined = predictor; one; one = originOf(one)) {
      const named = this.names.get(one)
      if (named) return named
    }
    return this.unnamed
  }
}
