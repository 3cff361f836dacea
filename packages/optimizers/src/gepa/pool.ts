import type { Module } from '@ockham/core'
import { meanScore } from '../search/mean-score.ts'
import type { MergeCandidate } from '../search/merge-candidates.ts'
import type { Components } from '../search/merge-components.ts'
import type { ScoreTable } from '../search/score-table.ts'
import type { Leaderboard } from '../validation/leaderboard.ts'

/** A candidate of the pool, by the row of its scores. */
export interface PoolMember<Program> {
  readonly program: Program
  readonly components: Components
  readonly parents: readonly number[]
  /** Which predictor gets new instructions next, where they take turns. */
  turn: number
}

/** The candidates that GEPA builds on, each compared on the validation examples when it came in. */
export class Pool<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly members: PoolMember<Program>[] = []
  private readonly leaderboard: Leaderboard<Program, Gold, Outputs>

  constructor(leaderboard: Leaderboard<Program, Gold, Outputs>) {
    this.leaderboard = leaderboard
  }

  /** Validation scores by candidate and example. Where one was not run, it is thought to do what its best parent does. */
  get table(): ScoreTable {
    const table: (number | undefined)[][] = []
    for (const [row, { scores }] of this.leaderboard.standings.entries()) {
      const parents = (this.members[row]?.parents ?? []).map((parent) => table[parent] ?? [])
      const [first = [], ...others] = parents
      const model = others.reduce(
        (best, other) => (meanScore(other) > meanScore(best) ? other : best),
        first,
      )
      table.push(scores.map((score, example) => score ?? model[example]))
    }
    return table
  }

  /** The row of the best so far. */
  get best(): number {
    const { best, standings } = this.leaderboard
    return best ? standings.indexOf(best) : 0
  }

  /** Mean score of what a candidate was run on. */
  scoreOf(row: number): number {
    return this.leaderboard.standings[row]?.score ?? 0
  }

  /** Whether there is a candidate with the same instructions; to build on it again would go on for ever. */
  has(components: Components): boolean {
    return this.members.some((member) =>
      Object.entries(components).every(([path, text]) => member.components[path] === text),
    )
  }

  /** The candidates as a merge sees them. */
  get family(): MergeCandidate[] {
    return this.members.map(({ components, parents }, row) => ({
      components,
      parents,
      score: this.scoreOf(row),
    }))
  }

  /** Evaluates a program, and returns its row. */
  async add(label: string, program: Program, parents: readonly number[]): Promise<number> {
    await this.leaderboard.enter([{ label, program }])
    // A child goes on where the parent that has come furthest stopped.
    const turn = Math.max(0, ...parents.map((row) => this.members[row]?.turn ?? 0))
    this.members.push({ program, components: componentsOf(program), parents, turn })
    return this.members.length - 1
  }
}

/** The instructions of a program, by the path of their predictor. */
function componentsOf(program: Module<never, object>): Components {
  return Object.fromEntries(
    program.namedPredictors().map(([path, { signature }]) => [path, signature.instructions]),
  )
}

/** A copy of a program with some instructions replaced. */
export function withComponents<Program extends Module<never, object>>(
  program: Program,
  components: Components,
): Program {
  const copy = program.copy()
  for (const [path, predictor] of copy.namedPredictors()) {
    const instructions = components[path]
    if (instructions !== undefined)
      predictor.signature = predictor.signature.withInstructions(instructions)
  }
  return copy
}
