import { exampleInputs } from '../example/example.ts'
import type { Prediction } from '../example/prediction.ts'
import type { CallOptions } from '../settings/call-options.ts'
import { CallKeeper, type KeptBytes } from '../settings/history/call-keeper.ts'
import { knownCost } from '../settings/known-cost.ts'
import { mergeCallOptions } from '../settings/merge-call-options.ts'
import { currentScope, inScope } from '../settings/scope.ts'
import { UsageLedger } from '../settings/usage-ledger.ts'
import type { EvaluationRow } from './evaluation-result.ts'
import type { Metric } from './metric.ts'
import { scoreWith } from './score-with.ts'

/** A program whose inputs the caller has checked against the devset. */
export type EvaluatedProgram<Outputs extends object> = (
  inputs: never,
  options?: CallOptions,
) => Promise<Prediction<Outputs>>

/** What every row of one evaluation shares. */
export interface RowWork<Gold extends object, Outputs extends object> {
  readonly program: EvaluatedProgram<Outputs>
  readonly metric: Metric<Gold, Outputs>
  readonly signal: AbortSignal | undefined
  readonly ledger: UsageLedger
  readonly metricLedger: UsageLedger
  /** Present while prompts are kept. */
  readonly keptBytes: KeptBytes | undefined
}

/** Runs a program on one example and scores what it predicts; does not throw. */
export async function evaluateRow<Gold extends object, Outputs extends object>(
  gold: Gold,
  work: RowWork<Gold, Outputs>,
): Promise<EvaluationRow<Gold, Outputs>> {
  const { program, metric, metricLedger, keptBytes } = work
  const ledger = new UsageLedger(work.ledger)
  const keeper = keptBytes && new CallKeeper(keptBytes, currentScope().keeper)
  const options = work.signal ? { signal: work.signal } : {}
  const startedAt = performance.now()
  let prediction: Prediction<Outputs> | undefined
  let outcome: { score: number; feedback?: string; error: unknown }
  try {
    // What the public signature asks of a devset: the fields marked as inputs are the program's inputs.
    const inputs = exampleInputs(gold) as never
    const scope = keeper ? { ledger, keeper } : { ledger }
    const predicted = await inScope(scope, () => program(inputs, options))
    prediction = predicted
    // An abort ends an LM call of the metric too.
    const call = mergeCallOptions(currentScope().call, options)
    const score = await inScope({ ledger: metricLedger, call }, () =>
      scoreWith(metric, gold, predicted),
    )
    outcome = { ...score, error: undefined }
  } catch (error) {
    outcome = { score: 0, error: error ?? new Error('The program threw nothing.') }
  }
  return {
    example: gold,
    prediction,
    ...outcome,
    costUSD: knownCost(ledger.summary()),
    durationMs: performance.now() - startedAt,
    ...(keeper && { calls: keeper.records() }),
    ...(keeper && keeper.leftOut > 0 && { callsLeftOut: keeper.leftOut }),
  }
}
