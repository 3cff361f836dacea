import { makePrediction } from '../example/make-prediction.ts'
import type { Prediction } from '../example/prediction.ts'
import { predictionMeta } from '../example/prediction-meta.ts'
import { identityOf } from '../internal/identity-of.ts'
import { throwIfAborted } from '../lm/attempts/throw-if-aborted.ts'
import type { CallOptions } from '../settings/call-options.ts'
import { knownCost } from '../settings/known-cost.ts'
import { mergeCallOptions } from '../settings/merge-call-options.ts'
import { observed } from '../settings/observed.ts'
import { currentScope, inScope } from '../settings/scope.ts'
import { UsageLedger } from '../settings/usage-ledger.ts'
import { isPredictor } from './predictor.ts'
import { predictorNames } from './predictor-names.ts'

/** What a module must have to be run. */
export interface Runnable {
  forward(inputs: object): Promise<object>
}

/** Runs a module in a scope of its own, which carries the options of the call to all that is inside. */
export function runModule(
  module: Runnable,
  inputs: object,
  options: CallOptions | undefined,
): Promise<Prediction<object>> {
  // Not an async function: of a thousand streams at once each would keep the state of one more.
  try {
    return start(module, inputs, options)
  } catch (error) {
    return Promise.reject(error)
  }
}

function start(
  module: Runnable,
  inputs: object,
  options: CallOptions | undefined,
): Promise<Prediction<object>> {
  const scope = currentScope()
  const call = mergeCallOptions(scope.call, options)
  throwIfAborted(call.signal)
  if (isPredictor(module)) {
    const run = (): Promise<object> =>
      observed('module', module, inputs, () => module.forward(inputs))
    return asPrediction(call === scope.call ? run() : inScope({ call }, run))
  }
  const ledger = new UsageLedger(scope.ledger)
  const startedAt = performance.now()
  const modules = { identity: identityOf(module), caller: scope.modules }
  const nameOf = scope.nameOf ?? predictorNames(module)
  // The usage belongs to what observers are told, too.
  const run = async (): Promise<Prediction<object>> =>
    summarise(await module.forward(inputs), ledger, performance.now() - startedAt)
  return inScope({ call, ledger, modules, nameOf }, () => observed('module', module, inputs, run))
}

/** The outputs of a program with the usage of everything that ran inside. */
function summarise(outputs: object, ledger: UsageLedger, durationMs: number): Prediction<object> {
  const usage = ledger.summary()
  return makePrediction(outputs, {
    model: usage.lastModel,
    usage: { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens },
    costUSD: knownCost(usage),
    cached: usage.calls > 0 && usage.cachedCalls === usage.calls,
    completions: predictionMeta(outputs)?.completions ?? [{ ...outputs }],
    attempts: usage.calls,
    durationMs,
  })
}

// A predictor's `forward` returns a prediction already.
function asPrediction(result: Promise<object>): Promise<Prediction<object>> {
  return Promise.resolve(result as Promise<Prediction<object>>)
}
