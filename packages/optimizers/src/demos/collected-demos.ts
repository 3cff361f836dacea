import type { Demo } from '@ockham/core'
import type { Random } from '../random/random.ts'
import type { Evaluation } from '../run/evaluation.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import { stepDemos } from './step-demos.ts'

/** What came of the tries on one example. */
export interface Lesson {
  /** The run that is worth showing, if there was one. */
  readonly success: Evaluation | undefined
  readonly attempts: number
  /** Tries that failed. */
  readonly errors: number
}

/** The runs that are worth showing, and what it took to get them. */
export class CollectedDemos {
  /** Positions of the examples whose runs are shown. */
  readonly shown: Set<number> = new Set()
  private readonly demos = new Map<string, Demo[]>()
  private readonly random: Random
  private attempts = 0
  private errors = 0

  constructor(random: Random) {
    this.random = random
  }

  /** Takes what came of the example at a position. */
  add(position: number, { success, attempts, errors }: Lesson): void {
    this.attempts += attempts
    this.errors += errors
    if (success === undefined) return
    this.shown.add(position)
    for (const [path, demo] of stepDemos(success.steps, this.random)) {
      this.demos.set(path, [...this.of(path), demo])
    }
  }

  /** The demonstrations of the predictor at a path. */
  of(path: string): readonly Demo[] {
    return this.demos.get(path) ?? []
  }

  /** What has been done so far. */
  report(): Omit<BootstrapReport, 'calls' | 'costUSD'> {
    return { bootstrapped: this.shown.size, attempts: this.attempts, errors: this.errors }
  }
}
