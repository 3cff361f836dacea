import type { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { askFitting, type TurnsInView } from '../tools/ask-fitting.ts'
import { readable } from './readable.ts'

/** Asks a predictor with steps to show, of which the first has the number `from`, counted from 0. */
type Ask<Step, Answer> = (steps: readonly Step[], from: number) => Promise<Answer>

/** The steps of an agent. All are kept, and an LM is shown what fits its context window. */
export class Trajectory<Step> {
  readonly steps: Step[] = []
  private readonly view: TurnsInView = { dropped: 0 }

  /** What a predictor says to the steps that fit; throws `ContextWindowExceededError` when none do. */
  ask<Answer>(ask: Ask<Step, Answer>): Promise<Answer> {
    const { steps, view } = this
    return askFitting(steps.length, view, () => ask(steps.slice(view.dropped), view.dropped))
  }

  /**
   * The next step, or why the reply could not be read. Undefined when the steps do not fit any more: what
   * they found so far may do for an answer.
   */
  async next<Answer>(ask: Ask<Step, Answer>): Promise<Answer | AdapterParseError | undefined> {
    try {
      return await readable(this.ask(ask))
    } catch (error) {
      if (ContextWindowExceededError.is(error) && this.steps.length > 0) return undefined
      throw error
    }
  }
}
