import { type LM, Module, Predict } from '@ockham/core'

/** A program of two predictors, so that an example takes two calls. */
export class TwoSteps extends Module<{ question: string }, { answer: string }> {
  recall = new Predict('question -> hint')
  solve = new Predict('question, hint -> answer')

  override async forward({ question }: { question: string }): Promise<{ answer: string }> {
    const { hint } = await this.recall({ question })
    return this.solve({ question, hint })
  }
}

/** The program with an LM of its own. */
export function twoSteps(lm: LM): TwoSteps {
  const program = new TwoSteps()
  program.setLM(lm)
  return program
}
