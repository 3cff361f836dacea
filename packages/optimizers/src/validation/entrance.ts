import type { Module } from '@ockham/core'
import type { Entry } from './leaderboard.ts'
import type { SearchContext } from './search.ts'

/** Lets programs onto the leaderboard of a search, those that are the same only once, and says so. */
export class Entrance<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  private readonly context: SearchContext<Program, Gold, Outputs>
  private readonly scores = new Map<string, number>()

  constructor(context: SearchContext<Program, Gold, Outputs>) {
    this.context = context
  }

  /** The validation score of each program; undefined where the budget allows no evaluation. `share` is announced with it. */
  async enter(entries: readonly Entry<Program>[], share?: number): Promise<(number | undefined)[]> {
    const { run, leaderboard, announce } = this.context
    const keys = entries.map(({ program }) => run.candidate(program).key)
    const fresh = entries.filter(
      (_, index) =>
        keys.indexOf(keys[index] ?? '') === index && !this.scores.has(keys[index] ?? ''),
    )
    if (fresh.length > 0 && !run.isOver) {
      for (const { program, score, evaluated } of await leaderboard.enter(fresh)) {
        if (evaluated === 0) continue
        this.scores.set(run.candidate(program).key, score)
      }
      announce(fresh.at(-1)?.label ?? '', share)
    }
    return keys.map((key) => this.scores.get(key))
  }
}
