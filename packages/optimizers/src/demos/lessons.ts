import { AsyncLocalStorage } from 'node:async_hooks'
import type { Demo, Module } from '@ockham/core'
import { derivedRandom } from '../random/derived-random.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import { isWorthShowing } from './is-worth-showing.ts'
import { stepDemos } from './step-demos.ts'
import { teacherFor } from './teacher-candidate.ts'

/** The demonstrations that one run of the teacher gives, by the path of their predictor. */
export type LessonDemos = ReadonlyMap<string, Demo>

/** Who teaches, and what of it is worth showing. */
export interface LessonSettings<Outputs extends object> {
  readonly teacher: Module<never, Outputs>
  readonly metricThreshold?: number
  readonly maxRounds: number
  readonly seed: number
  /** Whether lessons wait for each other, as they must where a budget is to end at the same one every time. */
  readonly inTurn: boolean
}

/** Demonstrations of a trainset's examples, made when they are asked for and never twice. */
export class Lessons<Gold extends object, Outputs extends object> {
  private readonly run: CompileRun<Gold, Outputs>
  private readonly settings: LessonSettings<Outputs>
  private readonly positions: ReadonlyMap<Gold, number>
  private readonly teacherOf: ReturnType<typeof teacherFor<Gold, Outputs>>
  private readonly lessons = new Map<Gold, Promise<LessonDemos | undefined>>()
  private latest: Promise<unknown> | undefined
  // The teacher is no part of the call that asks: neither its stream nor its signal is to reach into a lesson
  // that other calls wait for too.
  private readonly apart = AsyncLocalStorage.snapshot()
  private readonly counts = { bootstrapped: 0, attempts: 0, errors: 0 }

  constructor(
    run: CompileRun<Gold, Outputs>,
    trainset: readonly Gold[],
    settings: LessonSettings<Outputs>,
  ) {
    this.run = run
    this.settings = settings
    this.positions = new Map(trainset.map((gold, position) => [gold, position]))
    this.teacherOf = teacherFor(run, settings.teacher)
  }

  /** The demonstrations of an example; undefined when no run is worth showing or the budget does not allow one. */
  of(gold: Gold): Promise<LessonDemos | undefined> {
    const known = this.lessons.get(gold)
    if (known) return known
    const turn = this.settings.inTurn ? this.latest : undefined
    const lesson = this.apart(async () => {
      await turn
      return this.teach(gold)
    })
    this.latest = lesson.catch(() => undefined)
    this.lessons.set(gold, lesson)
    // What ended by an error that is not the example's may go better next time.
    lesson.catch(() => this.lessons.delete(gold))
    return lesson
  }

  /** What has been done so far. */
  report(): BootstrapReport {
    const { calls, costUSD } = this.run.spent
    return { ...this.counts, calls, costUSD }
  }

  /** The report, which goes on counting. */
  get live(): BootstrapReport {
    const now = (): BootstrapReport => this.report()
    return {
      get bootstrapped() {
        return now().bootstrapped
      },
      get attempts() {
        return now().attempts
      },
      get errors() {
        return now().errors
      },
      get calls() {
        return now().calls
      },
      get costUSD() {
        return now().costUSD
      },
    }
  }

  private async teach(gold: Gold): Promise<LessonDemos | undefined> {
    const { maxRounds, metricThreshold, seed } = this.settings
    const candidate = this.teacherOf(gold)
    for (let rollout = 0; rollout < maxRounds; rollout += 1) {
      const trial = { candidate, gold, rollout, bootstraps: true }
      const [evaluation] = await this.run.evaluate([trial])
      if (evaluation === undefined) return undefined
      this.counts.attempts += 1
      if (evaluation.error) this.counts.errors += 1
      if (!isWorthShowing(evaluation, metricThreshold)) continue
      this.counts.bootstrapped += 1
      return stepDemos(evaluation.steps, derivedRandom(seed, this.positions.get(gold) ?? 0))
    }
    return undefined
  }
}
