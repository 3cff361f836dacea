import { LMConfigurationError } from '../errors/lm-configuration-error.ts'
import type { Prediction } from '../example/prediction.ts'
import type { LM } from '../lm/lm.ts'
import type { CallOptions } from '../settings/call-options.ts'
import { inspectHistory } from '../settings/history/inspect-history.ts'
import type { InspectOptions } from '../settings/history/inspect-options.ts'
import type { BatchOptions } from './batch/batch-options.ts'
import type { BatchResult } from './batch/batch-result.ts'
import { runBatch } from './batch/run-batch.ts'
import { copyModule } from './copy-module.ts'
import type { DSPyState } from './dspy-state/dspy-state.ts'
import { writeDSPyState } from './dspy-state/write-dspy-state.ts'
import type { DumpOptions } from './dump-options.ts'
import { dumpState } from './dump-state.ts'
import { findPredictors } from './find-predictors.ts'
import { createInstance } from './instance.ts'
import { loadState } from './load-state.ts'
import type { Predictor } from './predictor.ts'
import type { ProgramState } from './program-state.ts'

/**
 * A program, of which predictors and other modules may be parts: extend it, keep the parts in fields,
 * write `forward`, and call the instance like a function. Private `#fields` do not survive `copy()`.
 */
export abstract class Module<Inputs extends object, Outputs extends object> {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: an instance is a function, so that it can be called
    return this.asFunction(new.target.prototype)
  }

  /** What the module does; users call the instance instead, which sets up scope, callbacks and usage. */
  abstract forward(inputs: Inputs): Promise<Outputs>

  /** Every predictor inside with its path, such as `respond.predict` or `steps[0]`. */
  namedPredictors(): [string, Predictor][] {
    return findPredictors(this)
  }

  /** Every predictor inside. */
  predictors(): Predictor[] {
    return this.namedPredictors().map(([, predictor]) => predictor)
  }

  /** Gives every predictor inside this LM. */
  setLM(lm: LM | undefined): void {
    for (const predictor of this.predictors()) predictor.lm = lm
  }

  /** The LM that all predictors share; throws `LMConfigurationError` when they differ. */
  getLM(): LM | undefined {
    const [first, ...others] = new Set(this.predictors().map((predictor) => predictor.lm))
    if (others.length === 0) return first
    throw new LMConfigurationError(
      'The predictors have different LMs; read them one by one through namedPredictors().',
    )
  }

  /** A deep, independent copy; LMs and signatures, which nothing changes, are shared. */
  copy(): this {
    return copyModule(this)
  }

  /**
   * Runs the module on many inputs or examples side by side; results are in their order (DSPy: `batch`).
   * A failure is a result. Throws `AbortError` and `TooManyErrorsError` with the results so far as `partial`.
   */
  async batch(
    examples: readonly (Inputs | { inputs(): Inputs })[],
    options: BatchOptions = {},
  ): Promise<BatchResult<Outputs>[]> {
    const items = examples.map((inputs) => ({ program: this, inputs }))
    // Every item is this module, so every prediction is one of its.
    return (await runBatch(items, options)) as BatchResult<Outputs>[]
  }

  /** What tuning has changed, as JSON: in our form, or in the one that DSPy's `program.load` reads. */
  dumpState(options?: { format?: 'ockham' }): ProgramState
  dumpState(options: { format: 'dspy' }): DSPyState
  dumpState(options?: DumpOptions): ProgramState | DSPyState
  dumpState({ format = 'ockham' }: DumpOptions = {}): ProgramState | DSPyState {
    const predictors = this.namedPredictors()
    return format === 'dspy' ? writeDSPyState(predictors) : dumpState(predictors)
  }

  /** Takes over a saved state; throws `StateError`, and changes nothing, when it is of another program. */
  loadState(state: unknown): void {
    loadState(this.namedPredictors(), state)
  }

  /** Prints the last `n` LM calls made inside, however deep, and returns the text; `historyOf` has them as data. */
  inspectHistory(n = 1, options: Omit<InspectOptions, 'of'> = {}): string {
    return inspectHistory(n, { ...options, of: this })
  }

  /** Marks a module, also one of another copy of the package. */
  get $module(): true {
    return true
  }

  private asFunction(prototype: object): this {
    // The function has the prototype of the class that is being made, so it is an instance of it.
    return createInstance(prototype) as this
  }
}

/** The call itself: inputs in, a prediction out. */
export interface Module<Inputs extends object, Outputs extends object> {
  (inputs: Inputs, options?: CallOptions): Promise<Prediction<Outputs>>
}
