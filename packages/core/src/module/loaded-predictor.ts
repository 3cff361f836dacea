import type { Demo } from '../prompt/adapter.ts'
import type { PredictorState } from './program-state.ts'

/** A predictor's state with its demonstrations as values, whichever form it was saved in. */
export interface LoadedPredictor extends Omit<PredictorState, 'demos'> {
  readonly demos: readonly Demo[]
}
