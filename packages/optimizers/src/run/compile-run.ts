import {
  AbortError,
  BudgetExceededError,
  currentSetting,
  type Metric,
  type Module,
  OptionError,
  TooManyErrorsError,
} from '@ockham/core'
import { BudgetLedger } from '../budget/budget-ledger.ts'
import { CallScope } from '../budget/call-scope.ts'
import { resolveBudget } from '../budget/compile-budget.ts'
import { DollarSum } from '../budget/dollar-sum.ts'
import { runWithinBudget } from '../budget/run-within-budget.ts'
import type { CompileControl } from '../optimizer.ts'
import type { Pace } from '../progress/compile-progress.ts'
import { largestShare, shareOf } from '../progress/largest-share.ts'
import { type Random, seededRandom } from '../random/random.ts'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidate.ts'
import { Candidates } from './candidates.ts'
import { evaluateExample, type Trial } from './evaluate-example.ts'
import { allCalls, type Evaluation } from './evaluation.ts'
import { EvaluationLimit } from './evaluation-limit.ts'
import { FailureLimit } from './failure-limit.ts'
import { fingerprint } from './fingerprint.ts'
import { Journal } from './journal.ts'
import type { AskedEntry, EvaluationEntry } from './journal-entries.ts'
import { withSpend } from './spend-of-failure.ts'
import { TimeLimit } from './time-limit.ts'
import { TrialKeys } from './trial-keys.ts'

/** What a run is made of. Everything that decides how it goes must be in `identity`, as JSON can hold it. */
export interface CompileRunOptions<Gold extends object, Outputs extends object> {
  readonly metric: Metric<Gold, Outputs> | undefined
  readonly control: Pick<CompileControl<never>, 'budget' | 'signal' | 'checkpoint'>
  readonly seed: number
  readonly concurrency: number
  /** More evaluations that fail than this end the run. */
  readonly maxErrors: number
  /** Whether a request that another evaluation has made is answered the same, without a call; false by default. */
  readonly reuseReplies?: boolean
  /** Evaluations with the same metric that earlier runs have paid for, so that they cost this one nothing. */
  readonly evidence?: Journal
  /** The optimizer and its options, the program and the data. */
  readonly identity: readonly unknown[]
}

/**
 * The engine under every optimizer: it evaluates candidates and asks LMs within a budget, never twice for the same,
 * and keeps each result on disk before it is used. An optimizer that takes its randomness and everything it knows
 * from here ends the same when it is killed and resumed as when it is not.
 */
export class CompileRun<Gold extends object, Outputs extends object> {
  readonly random: Random
  /** What questions beside evaluations have cost; where a price is not known, what it may be. */
  readonly askedFor: DollarSum = new DollarSum()
  /** How many evaluations there may be. */
  readonly limit: EvaluationLimit
  /** How much time there is. */
  readonly time: TimeLimit
  /** The programs that are evaluated, and how their LMs are paid. */
  readonly candidates: Candidates<Outputs>
  private readonly options: CompileRunOptions<Gold, Outputs>
  /** What the run may use, and has used. */
  readonly ledger: BudgetLedger
  private readonly journal: Journal
  private readonly done = new Map<string, Evaluation>()
  private readonly keys = new TrialKeys<Gold, Outputs>()
  private readonly failures: FailureLimit

  /** Throws `OptionError` for a budget, and `StateError` for a checkpoint, that cannot be used. */
  constructor(options: CompileRunOptions<Gold, Outputs>) {
    const { control, identity, seed } = options
    this.options = options
    this.random = seededRandom(seed)
    this.ledger = new BudgetLedger(control.budget)
    this.candidates = new Candidates(this.ledger, options.reuseReplies === true)
    this.limit = new EvaluationLimit(this.ledger)
    this.failures = new FailureLimit(options.maxErrors)
    this.journal = new Journal(
      control.checkpoint,
      fingerprint(...identity, seed, control.budget, currentSetting('lm')?.model),
    )
    this.time = new TimeLimit(resolveBudget(control.budget).seconds, this.journal)
  }

  /** LM calls and US dollars so far (null where a price is not known), and evaluations that were run or resumed. */
  get spent(): { calls: number; costUSD: number | null; evaluations: number } {
    const { calls, costUSD } = this.ledger
    return { calls, costUSD, evaluations: this.done.size }
  }

  /** Seconds so far, and how much of what the run may use is used. */
  get pace(): Pace {
    const evaluations = shareOf(this.done.size, this.limit.most)
    const { elapsed, share } = this.time.pace
    return { elapsed, share: largestShare(share, this.ledger.share, evaluations) }
  }

  /** Whether the budget, or the number of evaluations allowed, is used up. */
  get isOver(): boolean {
    return this.ledger.refusal !== undefined || this.limit.isReached
  }

  /** A program to be evaluated, as it is when this is first asked; it may not change any more. */
  candidate(program: Module<never, Outputs>, label?: string): Candidate<Outputs> {
    return this.candidates.of(program, label)
  }

  /**
   * What comes of each trial, in their order; undefined for those that the budget does not allow. Throws `AbortError`,
   * `TooManyErrorsError`, and what would fail every other trial too.
   */
  async evaluate(trials: readonly Trial<Gold, Outputs>[]): Promise<(Evaluation | undefined)[]> {
    const keys = trials.map((trial) => this.keys.of(trial))
    const unknown = [...new Map(keys.map((key, index) => [key, index]))].filter(
      ([key]) => !this.done.has(key),
    )
    if (unknown.length > 0 && this.begin()) {
      await runWithinBudget({
        count: this.limit.admit(unknown.length, this.done.size),
        concurrency: this.options.concurrency,
        ledger: this.ledger,
        dearest: () => this.limit.dearest,
        task: async (position) => {
          const [key, index] = unknown[position] ?? []
          const trial = index === undefined ? undefined : trials[index]
          if (key !== undefined && trial) await this.evaluateOne(key, trial)
        },
      })
    }
    this.failures.check()
    return keys.map((key) => this.done.get(key))
  }

  /** What came of a trial; undefined for one that was not run to its end. */
  known(trial: Trial<Gold, Outputs>): Evaluation | undefined {
    return this.done.get(this.keys.of(trial))
  }

  /** Does the work of a whole compile; an abort and too many errors come with what would be returned by then. */
  async finishing<Result>(work: () => Promise<void>, finish: () => Result): Promise<Result> {
    try {
      await work()
    } catch (error) {
      throw withSpend(this.endedBy(error, finish), this.spent)
    } finally {
      this.journal.close()
      this.options.evidence?.close()
    }
    return finish()
  }

  /**
   * Lets an LM do something that is no evaluation, such as writing instructions; undefined when the budget does not
   * allow it. `about` names the question: the same is not asked twice. The answer comes as JSON holds it.
   */
  async ask<Answer extends object>(
    about: readonly unknown[],
    work: (signal: AbortSignal | undefined) => Promise<Answer>,
  ): Promise<Asked<Answer> | undefined> {
    const key = fingerprint('ask', ...about)
    if (!this.begin()) return undefined
    const before = this.journal.get(key) as AskedEntry | undefined // written below, by a run of the same fingerprint
    const entry = before ?? (await this.work(work))
    if (entry === undefined) return undefined
    if (before) this.replay(before)
    else this.journal.record(key, entry)
    for (const { costUSD, bound } of entry.calls) this.askedFor.add(costUSD ?? bound ?? 0)
    return entry.outcome as Asked<Answer> // the journal has what `work` gave for this question
  }

  private endedBy(error: unknown, finish: () => unknown): unknown {
    const { signal } = this.options.control
    if (signal?.aborted === true) return new AbortError(signal.reason, finish())
    return TooManyErrorsError.is(error) ? this.failures.toError(finish()) : error
  }

  private async work<Answer extends object>(
    work: (signal: AbortSignal | undefined) => Promise<Answer>,
  ): Promise<AskedEntry | undefined> {
    const { signal } = this.options.control
    const scope = new CallScope()
    const { calls, replies } = scope
    try {
      const answer = await scope.run(() => work(signal))
      return JSON.parse(JSON.stringify({ outcome: { answer }, calls, replies }))
    } catch (error) {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
      if (this.refused(error)) return undefined
      if (OptionError.is(error)) throw error
      return { outcome: { error: String(error) }, calls, replies }
    }
  }

  private async evaluateOne(key: string, trial: Trial<Gold, Outputs>): Promise<void> {
    const { metric, control } = this.options
    if (control.signal?.aborted === true) throw new AbortError(control.signal.reason)
    const paid = this.journal.get(key) as EvaluationEntry | undefined // written below, by a run of the same fingerprint
    const before = paid ?? (this.options.evidence?.get(key) as EvaluationEntry | undefined) // and by one of the same metric
    if (before) {
      const { replies, ...evaluation } = before
      this.replay({ calls: paid ? allCalls(evaluation) : [], replies })
      this.keep(key, evaluation)
      return
    }
    try {
      const scope = new CallScope()
      const evaluation = await evaluateExample(trial, { metric, signal: control.signal, scope })
      // A program may have gone on without a call that it was refused.
      const { refusal } = this.ledger
      if (OptionError.is(refusal)) throw refusal
      if (refusal) return
      const entry: EvaluationEntry = { ...evaluation, replies: scope.replies }
      this.journal.record(key, entry)
      this.options.evidence?.record(key, entry)
      this.keep(key, evaluation)
    } catch (error) {
      if (!this.refused(error)) throw error
    }
  }

  /** Takes what a run paid for that this one resumes. */
  private replay({ calls, replies }: Pick<EvaluationEntry, 'calls' | 'replies'>): void {
    this.ledger.replay(calls)
    this.candidates.restore(replies)
  }

  private refused(error: unknown): boolean {
    if (BudgetExceededError.is(error)) this.ledger.refuse(error)
    return BudgetExceededError.is(error)
  }

  private keep(key: string, evaluation: Evaluation): void {
    this.done.set(key, evaluation)
    this.limit.saw(allCalls(evaluation))
    this.failures.saw(evaluation)
  }

  /** Whether another batch may begin: time is looked at only here, and the answer is kept for a run that resumes. */
  private begin(): boolean {
    const { signal } = this.options.control
    if (signal?.aborted === true) throw new AbortError(signal.reason)
    if (this.isOver) return false
    if (!this.time.isOver()) return true
    this.ledger.refuse(this.time.refusal)
    return false
  }
}
