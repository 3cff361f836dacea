import { type Interval, type Module, scoreInterval } from '@ockham/core'
import { outlook } from '../racing/outlook.ts'
import { Race } from '../racing/race.ts'
import { derivedRandom } from '../random/derived-random.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { Trial } from '../run/evaluate-example.ts'
import { meanScore } from '../search/mean-score.ts'

/** The probability to end ahead that lets a candidate take the place of the best when the budget cuts their race off. */
const farAhead = 0.95

/** What candidates are compared on, and whether one that cannot win any more is evaluated further. */
export interface LeaderboardOptions<Gold extends object, Outputs extends object> {
  readonly run: CompileRun<Gold, Outputs>
  readonly valset: readonly Gold[]
  readonly seed: number
  readonly race: boolean
}

/** A program to be compared. */
export interface Entry<Program> {
  /** Where it came from. */
  readonly label: string
  readonly program: Program
}

/** A program that was compared with others. */
export interface Standing<Program> extends Entry<Program> {
  /** By the position of the example; undefined for those on which it was not evaluated. */
  readonly scores: readonly (number | undefined)[]
  /** Mean score of the examples on which it was evaluated; 0 when there were none. */
  readonly score: number
  /** Examples on which it was evaluated. */
  readonly evaluated: number
  /** Whether those are all. */
  readonly isComplete: boolean
}

/** A standing, as a report tells it. */
export interface StandingReport {
  readonly label: string
  readonly score: number
  readonly interval: Interval
  /** Examples on which it was evaluated. */
  readonly evaluated: number
}

/** Compares programs on the validation examples, in races with the best so far, and remembers who won. */
export class Leaderboard<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly standings: Standing<Program>[] = []
  private readonly options: LeaderboardOptions<Gold, Outputs>
  /** The row of the best so far. */
  private champion: number | undefined

  constructor(options: LeaderboardOptions<Gold, Outputs>) {
    this.options = options
  }

  /** The best so far: the winner of the last race. */
  get best(): Standing<Program> | undefined {
    return this.champion === undefined ? undefined : this.standings[this.champion]
  }

  /** Evaluates programs side by side, each until it has lost, or the examples or the budget are used up. */
  async enter(entries: readonly Entry<Program>[]): Promise<readonly Standing<Program>[]> {
    const { best, champion } = this
    const first = this.standings.length
    const added = entries.map((_, index) => first + index)
    const runners = best ? [best, ...entries] : entries
    const race = this.newRace(runners.length, first)
    try {
      await this.run(race, runners)
    } finally {
      // Those who were under way when the run was aborted count as far as they came.
      if (champion !== undefined) this.update(champion)
      this.standings.push(...entries.map((entry) => this.standingOf(entry)))
      this.crown(race, champion === undefined ? added : [champion, ...added])
    }
    return this.standings.slice(first)
  }

  /** Evaluates the best on what it was not run on, as far as the budget goes; then those with all scores decide. */
  async complete(): Promise<void> {
    const { run, valset } = this.options
    const { champion, best } = this
    if (champion === undefined || !best) return
    run.limit.release()
    await run.evaluate(this.trials(best, [...valset.keys()]))
    this.update(champion)
    for (const [row, { isComplete, score }] of this.standings.entries()) {
      if (isComplete && this.best?.isComplete && score > this.best.score) this.champion = row
    }
  }

  /** All candidates, the best first. */
  report(): StandingReport[] {
    const rank = (standing: Standing<Program>): number =>
      standing === this.best ? Number.POSITIVE_INFINITY : rankOf(standing)
    return this.standings
      .toSorted((one, other) => rank(other) - rank(one))
      .map(({ label, score, evaluated }) => ({
        label,
        score,
        evaluated,
        interval: evaluated === 0 ? [0, 1] : scoreInterval(score, evaluated),
      }))
  }

  private newRace(candidates: number, step: number): Race {
    const { race, seed, valset } = this.options
    return new Race({
      candidates,
      examples: valset.length,
      isRace: race,
      random: derivedRandom(seed, step),
      ...(this.best ? { champion: this.best.scores } : {}),
    })
  }

  private async run(race: Race, runners: readonly Entry<Program>[]): Promise<void> {
    const { run } = this.options
    for (let batch = race.nextBatch; batch && !run.isOver; batch = race.nextBatch) {
      const { candidates, examples } = batch
      const trials = candidates.flatMap((index) => this.trials(runners[index], examples))
      const results = await run.evaluate(trials)
      if (results.includes(undefined)) return
      const scores = results.map((result) => result?.score ?? 0)
      const { length } = examples
      race.observe(candidates.map((_, row) => scores.slice(row * length, (row + 1) * length)))
    }
  }

  /** Makes the winner of a race the best; if the race was cut off, who was far ahead until then, or ahead of nobody known. */
  private crown(race: Race, runners: readonly number[]): void {
    const isCutOff = race.nextBatch !== undefined
    const winner = isCutOff ? this.favourite(runners) : runners[race.leader]
    if (this.at(winner)?.evaluated) this.champion = winner
    // What the winner was not run on yet is kept back for the end.
    const { best } = this
    this.options.run.limit.hold(best ? best.scores.length - best.evaluated : 0)
  }

  private favourite(runners: readonly number[]): number | undefined {
    const { best, champion } = this
    const eligible = best ? runners.filter((row) => isFarAhead(this.at(row), best)) : runners
    const favourite = eligible.reduce<number | undefined>(
      (first, row) => (rankOf(this.at(row)) > rankOf(this.at(first)) ? row : first),
      undefined,
    )
    return favourite ?? champion
  }

  private at(row: number | undefined): Standing<Program> | undefined {
    return row === undefined ? undefined : this.standings[row]
  }

  private update(row: number): void {
    const standing = this.standings[row]
    if (standing) this.standings[row] = this.standingOf(standing)
  }

  private standingOf({ label, program }: Entry<Program>): Standing<Program> {
    const { run, valset } = this.options
    const scores = this.trials({ label, program }, [...valset.keys()]).map(
      (trial) => run.known(trial)?.score,
    )
    const evaluated = scores.filter((score) => score !== undefined).length
    const isComplete = evaluated === scores.length
    return { label, program, scores, score: meanScore(scores), evaluated, isComplete }
  }

  private trials(
    entry: Entry<Program> | undefined,
    examples: readonly number[],
  ): Trial<Gold, Outputs>[] {
    if (!entry) return []
    const candidate = this.options.run.candidate(entry.program)
    return examples.flatMap((position) => {
      const gold = this.options.valset[position]
      return gold === undefined ? [] : [{ candidate, gold }]
    })
  }
}

/** Whether one would very likely end above another, by the examples that both were run on. */
function isFarAhead(one: Standing<unknown> | undefined, other: Standing<unknown>): boolean {
  if (!one) return false
  const differences = one.scores.flatMap((score, index) => {
    const against = other.scores[index]
    return score === undefined || against === undefined ? [] : score - against
  })
  return outlook(differences, one.scores.length).chance > farAhead
}

// Whoever is complete comes first; among the others, more examples count for more.
function rankOf(standing: Standing<unknown> | undefined): number {
  if (!standing) return -1
  const { score, scores, evaluated, isComplete } = standing
  return isComplete ? 1 + scores.length + score : evaluated + score / 2
}
