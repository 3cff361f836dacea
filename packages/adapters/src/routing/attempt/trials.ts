import type { Candidate } from '../plan/candidate.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import { barredBy } from './barred-by.ts'
import type { Reaction } from './reaction.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import type { Trial } from './trial.ts'

/** A route that is further away than this does not count as one that is left. */
const farMs = 5_000

/** Which route to ask next, and what it waits for. */
export interface Choice {
  readonly trial: Trial
  readonly waitMs: number
  /** `pause`: it is to be asked once more after it. Otherwise as in `Readiness`. */
  readonly for: Readiness['for'] | 'pause'
}

/** The routes that may serve one request, in order, and what became of each. */
export class Trials {
  readonly all: readonly Trial[]
  readonly #facts: RequestFacts
  readonly #patienceMs: number
  /** The one to ask once more before any other. */
  #again: Trial | undefined

  constructor(candidates: readonly Candidate[], facts: RequestFacts, patienceMs: number) {
    this.#facts = facts
    this.#patienceMs = patienceMs
    this.all = candidates
      .filter(({ refusal }) => !refusal)
      .map((candidate) => ({
        candidate,
        calls: 0,
        failures: [],
        out: undefined,
        notBefore: 0,
        served: false,
      }))
  }

  /** The first that can take the call now, else the one that can soonest; undefined when none is left. */
  choose(): Choice | undefined {
    const again = this.#repetition()
    if (again) return again
    let soonest: Choice | undefined
    let shut: Choice | undefined
    for (const trial of this.all) {
      if (trial.out) continue
      const choice = this.#choiceOf(trial)
      if (choice.waitMs === 0 || this.#isWorthIt(choice)) return choice
      if (choice.for === 'shut') shut ??= choice
      else if (!soonest || choice.waitMs < soonest.waitMs) soonest = choice
    }
    return soonest ?? shut
  }

  /** Another one that can take a call now. */
  free(beside: Trial): Trial | undefined {
    return this.all.find(
      (trial) => trial !== beside && !trial.out && this.#choiceOf(trial).waitMs === 0,
    )
  }

  /** Whether another one is there if this one fails. */
  hasOther(beside: Trial): boolean {
    return this.all.some((trial) => {
      if (trial === beside || trial.out) return false
      const choice = this.#choiceOf(trial)
      return choice.waitMs < farMs && choice.for !== 'shut'
    })
  }

  /** How many others were not asked yet and can be soon. */
  countUntried(beside: Trial): number {
    const untried = this.all.filter((trial) => trial !== beside && trial.calls === 0 && !trial.out)
    return untried.filter((trial) => this.#choiceOf(trial).waitMs < farMs).length
  }

  /** Asks this one once more, after so long, before any other. */
  repeat(trial: Trial, delayMs: number): void {
    trial.notBefore = performance.now() + delayMs
    this.#again = trial
  }

  /** Does not ask this one again, nor those that would fail the same way. */
  leave(trial: Trial, why: string, bars?: Reaction['bars']): void {
    trial.out = why
    if (!bars) return
    for (const other of this.all) {
      if (other !== trial) other.out ??= barredBy(bars, trial, other, this.#facts)
    }
  }

  /** Whoever waits his turn at a better route may; but not for a route that has failed twice. */
  #isWorthIt(choice: Choice): boolean {
    return choice.for === 'rate' && choice.waitMs <= this.#patienceMs && choice.trial.calls < 2
  }

  /** The one to ask once more, unless its circuit opened meanwhile and another one is there. */
  #repetition(): Choice | undefined {
    const trial = this.#again
    if (!trial || trial.out) return undefined
    const choice = this.#choiceOf(trial)
    if (choice.for === 'nothing' || choice.for === 'pause') return choice
    return this.hasOther(trial) ? undefined : choice
  }

  #choiceOf(trial: Trial): Choice {
    const ready = readinessOf(trial.candidate.route, this.#facts.totalTokens)
    const pauseMs = trial.notBefore - performance.now()
    if (pauseMs <= ready.waitMs || ready.for === 'shut') return { trial, ...ready }
    return { trial, waitMs: pauseMs, for: 'pause' }
  }
}
