import { type Interval, type Module, scoreInterval } from '@ockham/core'
import { outlook } from '../racing/outlook.ts'
import { Race } from '../racing/race.ts'
import { derivedRandom } from '../random/derived-random.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { Trial } from '../run/evaluate-example.ts'

/** The probability to end ahead that makes an unfinished candidate the best. */
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
  /** Whether it was evaluated on all examples. */
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

/**
 * Compares programs on the validation examples, in races with the best so far, and remembers the best: of
 * those that were evaluated on all examples the one with the highest mean, of equals the first.
 */
export class Leaderboard<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly standings: Standing<Program>[] = []
  private readonly options: LeaderboardOptions<Gold, Outputs>

  constructor(options: LeaderboardOptions<Gold, Outputs>) {
    this.options = options
  }

  /**
   * The best so far. Where the budget cut a comparison off, one that was far ahead of the best until then comes before
   * it; of candidates of which none is complete, the one that was evaluated furthest.
   */
  get best(): Standing<Program> | undefined {
    const begun = this.standings.filter(({ scores }) => scores.some((one) => one !== undefined))
    const highest = begun.reduce<Standing<Program> | undefined>(
      (best, one) => (best === undefined || rank(one) > rank(best) ? one : best),
      undefined,
    )
    if (highest?.isComplete !== true) return highest
    return begun.reduce(
      (best, one) => (isFarAhead(one, highest) && one.score > best.score ? one : best),
      highest,
    )
  }

  /** Evaluates programs side by side, each until it has lost, or the examples or the budget are used up. */
  async enter(entries: readonly Entry<Program>[]): Promise<Standing<Program>[]> {
    const { run, valset } = this.options
    const before = this.standings.length
    try {
      const race = this.newRace(entries.length)
      for (let batch = race.nextBatch; batch && !run.isOver; batch = race.nextBatch) {
        const { candidates, examples } = batch
        const rows = candidates.map((row) => this.trials(entries[row], examples))
        const results = await run.evaluate(rows.flat())
        if (results.includes(undefined)) break
        race.observe(rows.map((row) => row.map((trial) => run.known(trial)?.score ?? 0)))
      }
    } finally {
      // Those who were under way when the run was aborted count as far as they came.
      for (const entry of entries) {
        const scores = this.trials(entry, [...valset.keys()]).map((one) => run.known(one)?.score)
        this.standings.push({ ...entry, scores, ...summary(scores) })
      }
    }
    return this.standings.slice(before)
  }

  /** All candidates, the best first. */
  report(): StandingReport[] {
    return this.standings
      .toSorted((one, other) => rank(other) - rank(one))
      .map(({ label, score, scores }) => {
        const evaluated = scores.filter((one) => one !== undefined).length
        return {
          label,
          score,
          evaluated,
          interval: evaluated === 0 ? [0, 1] : scoreInterval(score, evaluated),
        }
      })
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

  private newRace(candidates: number): Race {
    const { race, seed, valset } = this.options
    const { best } = this
    const random = derivedRandom(seed, this.standings.length)
    const hasRival = best?.isComplete === true
    return new Race({
      candidates,
      examples: valset.length,
      random,
      isRace: race,
      ...(hasRival ? { best: best.scores.map((score) => score ?? 0) } : {}),
    })
  }
}

/** Whether one that was not evaluated to the end would very likely have come out ahead. */
function isFarAhead(one: Standing<unknown>, best: Standing<unknown>): boolean {
  if (one.isComplete) return false
  const differences = one.scores.flatMap((score, index) =>
    score === undefined ? [] : score - (best.scores[index] ?? 0),
  )
  return outlook(differences, one.scores.length).chance > farAhead
}

function summary(scores: readonly (number | undefined)[]): { score: number; isComplete: boolean } {
  const known = scores.filter((score) => score !== undefined)
  const sum = known.reduce((total, score) => total + score, 0)
  return {
    score: known.length === 0 ? 0 : sum / known.length,
    isComplete: known.length === scores.length,
  }
}

// Whoever is complete comes before whoever is not; among the others, more examples count for more.
function rank({ score, scores, isComplete }: Standing<unknown>): number {
  const evaluated = scores.filter((one) => one !== undefined).length
  return isComplete ? 1 + scores.length + score : evaluated + score / 2
}
