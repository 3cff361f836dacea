import { findPredictors } from '../module/find-predictors.ts'
import { originOf } from '../module/origin-of.ts'

/** The names of the predictors of one run: those of the program, of copies of it, and of what it makes as it runs. */
export class PredictorNames {
  private readonly names = new Map<object, string>()
  private readonly seen = new Set<object>()
  /** Modules that were called, not yet looked into: most programs have no predictors beyond their own. */
  private called: object[] = []

  constructor(program: object) {
    this.include(program)
  }

  /** A module was called, and its predictors with it. */
  addModule(module: object): void {
    if (!this.seen.has(module)) this.called.push(module)
  }

  of(predictor: object): string {
    return this.known(predictor) ?? this.nameInCalled(predictor) ?? 'unnamed'
  }

  private known(predictor: object): string | undefined {
    for (let one: object | undefined = predictor; one; one = originOf(one)) {
      const name = this.names.get(one)
      if (name !== undefined) return name
    }
    return undefined
  }

  private nameInCalled(predictor: object): string | undefined {
    const { called } = this
    this.called = []
    // The outermost module gives the longest name.
    for (const module of called) this.include(module)
    return this.known(predictor)
  }

  private include(program: object): void {
    if (this.seen.has(program)) return
    this.seen.add(program)
    for (const [name, predictor] of findPredictors(program)) {
      if (!this.names.has(predictor)) this.names.set(predictor, name)
    }
  }
}
