import {
  AbortError,
  BudgetExceededError,
  exampleInputs,
  LMConfigurationError,
  type Metric,
  OptionError,
  scoreWith,
  type TraceStep,
  traced,
} from '@ockham/core'
import type { CallRecord } from '../budget/call-record.ts'
import { CallScope } from '../budget/call-scope.ts'
import type { Candidate } from './candidate.ts'
import type { Evaluation } from './evaluation.ts'

/** What to run a candidate on, and how. */
export interface Trial<Gold extends object, Outputs extends object> {
  readonly candidate: Candidate<Outputs>
  readonly gold: Gold
  /** Tells apart runs of the same candidate on the same example; above 0 they are at temperature 1. */
  readonly rollout?: number
  /** Whether the run may become a demonstration: the metric then gets the trace, by which some are stricter. */
  readonly bootstraps?: boolean
}

interface TrialContext<Gold extends object, Outputs extends object> {
  readonly metric: Metric<Gold, Outputs> | undefined
  readonly signal: AbortSignal | undefined
  readonly scope: CallScope
}

/**
 * Runs a candidate on one example and scores what it predicts; without a metric, what does not fail scores 1. Throws
 * `AbortError`, `BudgetExceededError`, and what would fail every other example too.
 */
export async function evaluateExample<Gold extends object, Outputs extends object>(
  { candidate, gold, rollout = 0, bootstraps = false }: Trial<Gold, Outputs>,
  { metric, signal, scope }: TrialContext<Gold, Outputs>,
): Promise<Evaluation> {
  const options = {
    ...(signal ? { signal } : {}),
    ...(rollout > 0 ? { temperature: 1, rolloutId: rollout } : {}),
  }
  // What the public signature asks of a trainset: the fields marked as inputs are the program's inputs.
  const inputs = exampleInputs(gold) as never
  const { calls } = scope
  // What the metric asks is paid for too, but it is no part of what the program costs.
  const judging = new CallScope()
  let trace: readonly TraceStep[] = []
  try {
    const scored = await scope.run(() =>
      candidate.counted(async () => {
        const startedAt = performance.now()
        const run = await traced(() => candidate.program(inputs, options))
        const durationMs = performance.now() - startedAt + savedMs(calls)
        trace = run.trace
        const { score, feedback } = metric
          ? await judging.run(() =>
              scoreWith(metric, gold, run.result, bootstraps ? run.trace : undefined),
            )
          : { score: 1 }
        return {
          score,
          ...(feedback === undefined ? {} : { feedback }),
          outputs: { ...run.result },
          durationMs,
        }
      }),
    )
    return plain({ ...scored, steps: stepsOf(candidate, trace), calls, ...judged(judging) })
  } catch (error) {
    if (signal?.aborted === true) throw new AbortError(signal.reason)
    if (isFatal(error)) throw error
    const steps = stepsOf(candidate, trace)
    return plain({ score: 0, error: facts(error), steps, calls, ...judged(judging) })
  } finally {
    scope.replies.push(...judging.replies)
  }
}

function savedMs(calls: readonly CallRecord[]): number {
  return calls.reduce((sum, call) => sum + (call.savedMs ?? 0), 0)
}

function judged({ calls }: CallScope): Pick<Evaluation, 'metricCalls'> {
  return calls.length > 0 ? { metricCalls: calls } : {}
}

function stepsOf<Outputs extends object>(
  candidate: Candidate<Outputs>,
  trace: readonly TraceStep[],
): Evaluation['steps'] {
  return trace.map((step) => {
    const predictor = candidate.pathOf(step)
    return {
      ...(predictor === undefined ? {} : { predictor }),
      inputs: step.inputs,
      outputs: step.outputs,
    }
  })
}

// JSON in, JSON out: an evaluation that is read back from a checkpoint must not differ from one that is not.
function plain(evaluation: Evaluation): Evaluation {
  return JSON.parse(JSON.stringify(evaluation))
}

function isFatal(error: unknown): boolean {
  return BudgetExceededError.is(error) || LMConfigurationError.is(error) || OptionError.is(error)
}

function facts(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'Error', message: String(error) }
}
