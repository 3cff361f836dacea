import { runWithinBudget } from '../budget/run-within-budget.ts'
import { dearest, type Spend } from '../budget/spend.ts'
import type { CollectedDemos } from './collected-demos.ts'
import { type Lesson, type Teaching, teach } from './teach.ts'

/** What to collect from. */
export interface Collection<Gold extends object, Outputs extends object> {
  readonly teaching: Teaching<Gold, Outputs>
  readonly trainset: readonly Gold[]
  /** Examples to show. */
  readonly wanted: number
  /** More failing tries than this end the collection. */
  readonly maxErrors: number
  readonly concurrency: number
  announce(): void
}

/**
 * Teaches example after example until enough are worth showing, the examples or the budget are used up, or
 * too many tries have failed. Never are more examples under way than are still wanted, so the same ones
 * are taught as without concurrency.
 */
export async function collectDemos<Gold extends object, Outputs extends object>(
  { teaching, trainset, wanted, maxErrors, concurrency, announce }: Collection<Gold, Outputs>,
  collected: CollectedDemos,
): Promise<void> {
  const { ledger } = teaching
  let spent: Spend | undefined
  let first = 0
  const isDone = (): boolean =>
    collected.shown.size >= wanted ||
    first >= trainset.length ||
    collected.errors.length > maxErrors ||
    ledger.refusal !== undefined

  while (!isDone()) {
    const window = trainset.slice(first, first + wanted - collected.shown.size)
    const lessons = new Map<number, Lesson>()
    try {
      await runWithinBudget({
        count: window.length,
        concurrency,
        ledger,
        dearest: () => spent,
        task: async (index) => {
          const gold = window[index]
          const lesson = gold && (await teach(gold, teaching))
          if (lesson === undefined) return
          lessons.set(index, lesson)
          for (const usage of lesson.usages) spent = dearest(spent, usage)
        },
      })
    } finally {
      for (const index of window.keys()) {
        const lesson = lessons.get(index)
        if (lesson !== undefined) collected.add(first + index, lesson)
      }
    }
    first += window.length
    announce()
  }
}
