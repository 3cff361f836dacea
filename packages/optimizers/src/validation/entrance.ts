import type { Module } from '@ockham/core'
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

  /** The validation score of a program; undefined when the budget allows no evaluation. `share` is announced with it. */
  async enter(label: string, program: Program, share?: number): Promise<number | undefined> {
    const { run, leaderboard, announce } = this.context
    const { key } = run.candidate(program)
    const known = this.scores.get(key)
    if (known !== undefined || run.isOver) return known
    const { score, scores } = await leaderboard.enter(label, program)
    announce(label, share)
    if (scores.every((one) => one === undefined)) return undefined
    this.scores.set(key, score)
    return score
  }
}
