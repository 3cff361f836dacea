import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'

/** How many of the oldest turns of a run its prompts leave out. */
export interface TurnsInView {
  dropped: number
}

const tries = 3

/**
 * Asks, and asks again without the oldest turn when the prompt exceeds the context window: DSPy's rule,
 * three tries, of which the last turn is always part. What was dropped stays out of later prompts.
 */
export async function askFitting<Result>(
  turns: number,
  view: TurnsInView,
  ask: () => Promise<Result>,
): Promise<Result> {
  for (let asked = 1; ; asked += 1) {
    try {
      return await ask()
    } catch (error) {
      const isLast = asked === tries || turns - view.dropped <= 1
      if (isLast || !ContextWindowExceededError.is(error)) throw error
      view.dropped += 1
    }
  }
}
