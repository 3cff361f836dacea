import { AbortError } from '../../errors/abort-error.ts'
import { isFatal } from '../../errors/is-fatal.ts'
import type { Prediction } from '../../example/prediction.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import type { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { mergeCallOptions } from '../../settings/merge-call-options.ts'
import { currentScope } from '../../settings/scope.ts'
import { rewardOf } from './reward.ts'
import type { RolloutOptions } from './rollout-options.ts'
import { type Rollout, type RolloutChanges, runRollout } from './run-rollout.ts'
import { Stage } from './stage.ts'
import { unseen } from './unseen.ts'

/** A rollout and what it is worth. */
export interface ScoredRollout<P extends Module<never, object>> extends Rollout<P> {
  readonly index: number
  readonly reward: number
}

/** A program, the inputs of one call, and how rollouts are judged. */
interface ContestOptions<P extends Module<never, object>>
  extends Required<Omit<RolloutOptions<P>, 'n'>> {
  readonly program: P
  readonly inputs: ProgramInputs<P>
  /** Whether rollouts come one after the other, so that each can be streamed as it happens. */
  readonly live: boolean
}

// As in DSPy: rollouts are to differ.
const defaults = { temperature: 1 }

/** Rollouts of one call, of which the best wins; made within the module whose call it is. */
export class Contest<P extends Module<never, object>> {
  private readonly options: ContestOptions<P>
  private readonly scope = currentScope()
  private readonly stage: Stage
  private readonly stop = new AbortController()
  private readonly signal: AbortSignal
  private best: ScoredRollout<P> | undefined
  private failures: unknown[] = []

  constructor(options: ContestOptions<P>) {
    this.options = options
    this.stage = new Stage(this.scope.sink, options.live)
    const { signal } = this.stop
    this.signal = mergeCallOptions(this.scope.call, { signal }).signal ?? signal
  }

  /** True once further rollouts would be in vain; those under way have been told to end. */
  get isOver(): boolean {
    return this.stop.signal.aborted
  }

  /** Runs and judges one rollout; undefined when it failed. Throws `AbortError`. */
  async attempt(
    index: number,
    changes: RolloutChanges = {},
  ): Promise<ScoredRollout<P> | undefined> {
    if (this.isOver) return undefined
    const { threshold, failCount } = this.options
    try {
      const abort = (): AbortError => new AbortError(this.signal.reason)
      const scored = await untilAborted(this.judged(index, changes), this.signal, abort)
      if (this.isOver) return undefined
      if (!this.best || isBetter(scored, this.best)) this.best = scored
      if (scored.reward >= threshold) this.stop.abort()
      return scored
    } catch (error) {
      throwIfAborted(this.scope.call.signal)
      if (this.isOver) return undefined
      this.failures.push(error)
      if (this.failures.length > failCount || isFatal(error)) this.stop.abort()
      return undefined
    }
  }

  /** The best prediction; throws the last error when too many rollouts failed. */
  async finish(): Promise<Prediction<ProgramOutputs<P>>> {
    const { best, failures } = this
    if (!best || failures.length > this.options.failCount) throw failures.at(-1)
    this.scope.trace?.push(...best.trace)
    await this.stage.settle(best.appearance)
    return best.prediction
  }

  private async judged(index: number, changes: RolloutChanges): Promise<ScoredRollout<P>> {
    const { program, inputs, rewardFn } = this.options
    const rolloutId = (this.scope.call.rolloutId ?? 0) + index
    const rollout = await runRollout(program, inputs, this.stage, {
      defaults,
      ...changes,
      options: { rolloutId, signal: this.stop.signal },
    })
    const reward = await unseen(() => rewardOf(rewardFn, inputs, rollout.prediction))
    return { ...rollout, index, reward }
  }
}

// Of equals the earlier one, also where rollouts run at once.
function isBetter<P extends Module<never, object>>(
  one: ScoredRollout<P>,
  other: ScoredRollout<P>,
): boolean {
  return one.reward > other.reward || (one.reward === other.reward && one.index < other.index)
}
