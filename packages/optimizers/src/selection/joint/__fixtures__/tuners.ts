import type { StepSpend } from '../../../combine/better-together-options.ts'
import type { Optimizer } from '../../../optimizer.ts'

type Tuner = Optimizer<object, object, StepSpend>

/** What a tuner was told. */
export type Told = Parameters<Tuner['compile']>[1]

/** An optimizer that gives every predictor an instruction, calls nothing, and says what it has spent. */
export function instructing(
  instructions: string,
  spend: StepSpend = { calls: 0, costUSD: 0 },
): Tuner & { readonly told: Told[] } {
  const told: Told[] = []
  return {
    told,
    async compile(program, options) {
      told.push(options)
      const copy = program.copy()
      for (const predictor of copy.predictors()) {
        predictor.signature = predictor.signature.withInstructions(instructions)
      }
      return { program: copy, report: spend }
    },
  }
}
