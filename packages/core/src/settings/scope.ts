import { AsyncLocalStorage } from 'node:async_hooks'
import type { LMConfig } from '../lm/lm-config.ts'
import type { AddedInputs } from './added-inputs.ts'
import type { CallOptions } from './call-options.ts'
import type { CallKeeper } from './history/call-keeper.ts'
import type { ModuleFrame } from './module-frame.ts'
import type { Observer } from './observer.ts'
import type { Settings } from './settings.ts'
import type { StreamSink } from './stream-sink.ts'
import type { TraceStep } from './trace-step.ts'
import type { UsageLedger } from './usage-ledger.ts'

/** What surrounds a running call; never changed, only replaced for the calls inside. */
export interface Scope {
  /** Set by `context`. */
  readonly settings: Settings
  /** Options of the calls around this one. */
  readonly call: CallOptions
  /** LM settings of predictors that set none themselves. */
  readonly defaults?: LMConfig
  /** Inputs that predictors are given beside their own. */
  readonly addedInputs?: AddedInputs
  /** Inputs that predictors leave alone unless they declare them: some program passes on all it has. */
  readonly surplus?: ReadonlySet<string>
  /** The call that made this one, for callbacks. */
  readonly callId?: string
  readonly ledger?: UsageLedger
  /** Keeps the LM calls made inside, while someone asks for them. */
  readonly keeper?: CallKeeper | undefined
  /** Collects every predictor call, while someone asks for it. */
  readonly trace?: TraceStep[] | undefined
  /** Present while a stream wants what predictors produce. */
  readonly sink?: StreamSink | undefined
  /** Those who hear of all work, whatever the callbacks are. */
  readonly observers?: readonly Observer[]
  /** The modules at work that are no predictors, the innermost first. */
  readonly modules?: ModuleFrame
  /** The name of a predictor within the outermost module at work. */
  readonly nameOf?: (predictor: object) => string | undefined
}

const storage = new AsyncLocalStorage<Scope>()
const root: Scope = { settings: {}, call: {} }

/** The scope of the running call. */
export function currentScope(): Scope {
  return storage.getStore() ?? root
}

/** Runs a function, and all it starts, in the current scope with changes. */
export function inScope<Result>(changes: Partial<Scope>, run: () => Result): Result {
  return storage.run({ ...currentScope(), ...changes }, run)
}
