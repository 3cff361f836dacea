import type { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import type { Predictor } from '../../module/predictor.ts'
import { readable } from './readable.ts'
import { restartShown } from './restart-shown.ts'

/** Asks a predictor with steps to show, of which the first has the number `from`, counted from 0. */
type Ask<Step, Answer> = (steps: readonly Step[], from: number) => Promise<Answer>

const attempts = 3

/** The steps of an agent. All are kept, and an LM is shown what fits its context window. */
export class Trajectory<Step> {
  readonly steps: Step[] = []
  private forgotten = 0

  /**
   * What a predictor says to the steps. At an overflow of the context window the oldest step is left out,
   * for good, and it is asked again: three times in all, then it throws `ContextWindowExceededError`.
   */
  async ask<Answer>(predictor: Predictor, ask: Ask<Step, Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(this.steps.slice(this.forgotten), this.forgotten)
      } catch (error) {
        const mayForget = this.forgotten + 1 < this.steps.length
        if (!ContextWindowExceededError.is(error) || !mayForget || attempt === attempts) throw error
        this.forgotten += 1
        await restartShown(predictor)
      }
    }
  }

  /**
   * The next step, or why the reply could not be read. Undefined when the steps do not fit any more: what
   * they found so far may do for an answer.
   */
  async next<Answer>(
    predictor: Predictor,
    ask: Ask<Step, Answer>,
  ): Promise<Answer | AdapterParseError | undefined> {
    try {
      return await readable(predictor, this.ask(predictor, ask))
    } catch (error) {
      if (ContextWindowExceededError.is(error) && this.steps.length > 0) return undefined
      throw error
    }
  }
}
