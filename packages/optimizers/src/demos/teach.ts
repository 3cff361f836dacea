import {
  AbortError,
  BudgetExceededError,
  exampleInputs,
  LMConfigurationError,
  type Metric,
  type Module,
  OptionError,
  scoreWith,
  type TraceStep,
  traced,
  type UsageSummary,
} from '@ockham/core'
import type { BudgetLedger } from '../budget/budget-ledger.ts'
import { measured } from '../run/measured.ts'
import { showsExample } from './shows-example.ts'

/** Who shows what, and when it is good enough. */
export interface Teaching<Gold extends object, Outputs extends object> {
  readonly teacher: Module<never, Outputs>
  readonly metric: Metric<Gold, Outputs> | undefined
  readonly metricThreshold: number | undefined
  readonly maxRounds: number
  readonly ledger: BudgetLedger
  readonly signal: AbortSignal | undefined
}

/** What came of the tries on one example. */
export interface Lesson {
  /** The run that is worth showing, if there was one, and the program whose calls it traces. */
  readonly success:
    | { readonly program: Module<never, object>; readonly trace: TraceStep[] }
    | undefined
  /** What each try that was made used. */
  readonly usages: readonly UsageSummary[]
  /** What the tries threw that failed. */
  readonly errors: readonly unknown[]
}

/**
 * Lets the teacher try one example, of which it must not see the answer, until a run is worth showing.
 * Undefined when the budget did not allow it.
 */
export async function teach<Gold extends object, Outputs extends object>(
  gold: Gold,
  teaching: Teaching<Gold, Outputs>,
): Promise<Lesson | undefined> {
  const { maxRounds, ledger } = teaching
  const program = withoutAnswer(teaching.teacher, gold)
  const usages: UsageSummary[] = []
  const errors: unknown[] = []
  for (let round = 0; round < maxRounds; round += 1) {
    const { trace, error, usage } = await tryOnce(program, gold, round, teaching)
    // Every other example would fail the same way.
    if (LMConfigurationError.is(error)) throw error
    if (BudgetExceededError.is(error)) ledger.refuse(error)
    if (OptionError.is(ledger.refusal)) throw ledger.refusal
    // A program may have gone on without the call that it was refused.
    if (ledger.refusal !== undefined) return undefined
    usages.push(usage)
    if (error !== undefined) errors.push(error)
    else if (trace !== undefined) return { success: { program, trace }, usages, errors }
  }
  return { success: undefined, usages, errors }
}

interface Try {
  /** Present when the run is worth showing. */
  readonly trace?: TraceStep[]
  readonly error?: unknown
  readonly usage: UsageSummary
}

async function tryOnce<Gold extends object, Outputs extends object>(
  program: Module<never, Outputs>,
  gold: Gold,
  round: number,
  { metric, metricThreshold, signal }: Teaching<Gold, Outputs>,
): Promise<Try> {
  const stopIfAborted = (): void => {
    if (signal?.aborted === true) throw new AbortError(signal.reason)
  }
  stopIfAborted()
  const options = {
    ...(signal ? { signal } : {}),
    // What failed before would fail again, or come out of a cache.
    ...(round > 0 ? { temperature: 1, rolloutId: round } : {}),
  }
  // The public signature asks that the fields marked as inputs are the program's inputs.
  const inputs = exampleInputs(gold) as never
  const { outcome, usage } = await measured(() => traced(() => program(inputs, options)))
  stopIfAborted()
  if ('error' in outcome) return { error: outcome.error ?? 'unknown', usage }
  const { result: prediction, trace } = outcome.result
  try {
    const { score } = metric ? await scoreWith(metric, gold, prediction, trace) : { score: 1 }
    const passes = metricThreshold === undefined ? score > 0 : score >= metricThreshold
    return passes ? { trace, usage } : { usage }
  } catch (error) {
    return { error, usage }
  }
}

function withoutAnswer<Outputs extends object>(
  teacher: Module<never, Outputs>,
  gold: object,
): Module<never, Outputs> {
  const copy = teacher.copy()
  for (const predictor of copy.predictors()) {
    predictor.demos = predictor.demos.filter((demo) => !showsExample(predictor, demo, gold))
  }
  return copy
}
