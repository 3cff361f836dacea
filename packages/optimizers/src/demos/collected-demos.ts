import type { Demo } from '@ockham/core'
import type { Random } from '../random/random.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import type { Lesson } from './teach.ts'
import { traceDemos } from './trace-demos.ts'

/** The runs that are worth showing, and what it took to get them. */
export class CollectedDemos {
  /** Positions of the examples whose runs are shown. */
  readonly shown: Set<number> = new Set()
  /** What failing tries threw. */
  readonly errors: unknown[] = []
  private readonly demos = new Map<string, Demo[]>()
  private readonly random: Random
  private attempts = 0
  private calls = 0
  private unpricedCalls = 0
  private spentUSD = 0

  constructor(random: Random) {
    this.random = random
  }

  /** Takes what came of the example at a position. */
  add(position: number, { success, usages, errors }: Lesson): void {
    this.attempts += usages.length
    this.errors.push(...errors)
    for (const usage of usages) {
      this.calls += usage.calls - usage.cachedCalls
      this.unpricedCalls += usage.unpricedCalls
      this.spentUSD += usage.costUSD
    }
    if (success === undefined) return
    this.shown.add(position)
    for (const [path, demo] of traceDemos(success.program, success.trace, this.random)) {
      this.demos.set(path, [...this.of(path), demo])
    }
  }

  /** The demonstrations of the predictor at a path. */
  of(path: string): readonly Demo[] {
    return this.demos.get(path) ?? []
  }

  /** What has been done so far. */
  report(): BootstrapReport {
    return {
      bootstrapped: this.shown.size,
      attempts: this.attempts,
      errors: this.errors.length,
      calls: this.calls,
      costUSD: this.unpricedCalls > 0 ? null : this.spentUSD,
    }
  }
}
