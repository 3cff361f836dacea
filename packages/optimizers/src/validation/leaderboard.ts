import { type Interval, type Module, scoreInterval } from '@ockham/core'
import { errorShare } from '../racing/error-share.ts'
import { Race } from '../racing/race.ts'
import { derivedRandom } from '../random/derived-random.ts'
import type { Candidate } from '../run/candidate.ts'
import type { CompileRun } from '../run/compile-run.ts'

/** The probability that races lose any candidate better than the best of its time. */
const lostBest = 0.05

/** What candidates are compared on, and whether one that cannot win any more is evaluated further. */
export interface LeaderboardOptions<Gold extends object, Outputs extends object> {
  readonly run: CompileRun<Gold, Outputs>
  readonly valset: readonly Gold[]
  readonly seed: number
  readonly race: boolean
}

/** A program that was compared with others. */
export interface Standing<Program> {
  /** Where it came from. */
  readonly label: string
  readonly program: Program
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
 * Compares programs on the validation examples, each in a race with the best so far, and remembers the best: of
 * those that were evaluated on all examples the one with the highest mean, of equals the first.
 */
export class Leaderboard<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly standings: Standing<Program>[] = []
  private readonly options: LeaderboardOptions<Gold, Outputs>
  private improvements = 0

  constructor(options: LeaderboardOptions<Gold, Outputs>) {
    this.options = options
  }

  /** The best so far; of candidates of which none is complete the one that was evaluated furthest. */
  get best(): Standing<Program> | undefined {
    const complete = this.standings.filter(({ isComplete }) => isComplete)
    const eligible = complete.length > 0 ? complete : this.standings
    return eligible.reduce<Standing<Program> | undefined>(
      (best, one) => (best === undefined || rank(one) > rank(best) ? one : best),
      undefined,
    )
  }

  /** Evaluates a program until it has lost, or the examples or the budget are used up. */
  async enter(label: string, program: Program): Promise<Standing<Program>> {
    const { run, valset } = this.options
    const candidate = run.candidate(program)
    const scores: (number | undefined)[] = valset.map(() => undefined)
    const race = this.newRace()
    if (!race) await this.evaluate(candidate, [...valset.keys()], scores)
    while (race?.state === 'continue' && !run.isOver) {
      const batch = race.nextBatch
      await this.evaluate(candidate, batch, scores)
      race.observe(batch.map((position) => scores[position] ?? 0))
    }
    const standing = { label, program, scores, ...summary(scores) }
    const before = this.best
    this.standings.push(standing)
    if (before?.isComplete === true && this.best === standing) this.improvements += 1
    return standing
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

  private async evaluate(
    candidate: Candidate<Outputs>,
    positions: readonly number[],
    scores: (number | undefined)[],
  ): Promise<void> {
    const { run, valset } = this.options
    const trials = positions.flatMap((position) => {
      const gold = valset[position]
      return gold === undefined ? [] : [{ candidate, gold }]
    })
    const results = await run.evaluate(trials)
    for (const [index, position] of positions.entries()) scores[position] = results[index]?.score
  }

  /** A race with the best so far; undefined where there is none, or racing is not wanted. */
  private newRace(): Race | undefined {
    const { race, seed } = this.options
    const { best } = this
    if (!race || best?.isComplete !== true) return undefined
    return new Race({
      best: best.scores.map((score) => score ?? 0),
      errorProbability: errorShare(lostBest, this.improvements),
      random: derivedRandom(seed, this.standings.length),
    })
  }
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
