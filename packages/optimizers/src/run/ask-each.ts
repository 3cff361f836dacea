import { BudgetExceededError, OptionError, runConcurrently } from '@ockham/core'

const concurrency = 8

/** Several questions to LMs, each by its position. */
export interface Questions<Answer> {
  readonly count: number
  readonly signal: AbortSignal | undefined
  ask(index: number): Promise<Answer>
}

/**
 * The answers to questions that are asked together, in their order: one that fails costs its own answer and no other.
 * Throws what the last one failed with when all did, and at once what would fail the others too: an abort, a budget
 * that is used up, an option.
 */
export async function askEach<Answer>({
  count,
  signal,
  ask,
}: Questions<Answer>): Promise<Answer[]> {
  const outcomes: ({ answer: Answer } | { error: unknown } | undefined)[] = []
  await runConcurrently(count, concurrency, async (index) => {
    try {
      outcomes[index] = { answer: await ask(index) }
    } catch (error) {
      const isFinal = BudgetExceededError.is(error) || OptionError.is(error)
      if (isFinal || signal?.aborted === true) throw error
      outcomes[index] = { error }
    }
  })
  const answers = outcomes.flatMap((outcome) =>
    outcome && 'answer' in outcome ? [outcome.answer] : [],
  )
  const last = outcomes.at(-1)
  if (answers.length === 0 && last && 'error' in last) throw last.error
  return answers
}
