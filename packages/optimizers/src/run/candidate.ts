import { context, currentSetting, type LM, type Module, type TraceStep } from '@ockham/core'
import { fingerprint } from './fingerprint.ts'

/** A program that may be evaluated: as it is now, with every LM call counted. */
export class Candidate<Outputs extends object> {
  /** The same for programs of a class of the same source and the same state, with LMs of the same names, under the same label. */
  readonly key: string
  readonly program: Module<never, Outputs>
  private readonly surrounding: LM | undefined
  private readonly paths: ReadonlyMap<object, string>

  /** `label` tells apart programs whose LMs are called the same. */
  constructor(program: Module<never, Outputs>, meter: (lm: LM) => LM, label?: string) {
    this.program = program.copy()
    const names = program.predictors().map(({ lm }) => lm?.model)
    const source = String(program.constructor)
    this.key = fingerprint(source, program.dumpState(), names, label)
    const predictors = this.program.namedPredictors()
    for (const [, predictor] of predictors) {
      if (predictor.lm) predictor.lm = meter(predictor.lm)
    }
    this.paths = new Map(predictors.map(([path, predictor]) => [predictor, path]))
    const lm = currentSetting('lm')
    this.surrounding = lm && meter(lm)
  }

  /** Where a step was taken; undefined for a predictor that the program made for the occasion. */
  pathOf({ predictor }: TraceStep): string | undefined {
    return this.paths.get(predictor)
  }

  /** Runs something that may call LMs by itself, so that those calls are counted too. */
  counted<Result>(run: () => Result): Result {
    return this.surrounding ? context({ lm: this.surrounding }, run) : run()
  }
}
