import type { LMConfig } from '../lm/lm-config.ts'
import type { JSONValue } from '../schema/json-value.ts'

/** A field as a state remembers it. */
export interface FieldState {
  name: string
  side: 'input' | 'output'
  type: string
  description?: string
}

/** What tuning may change of one predictor. */
export interface PredictorState {
  instructions: string
  fields: FieldState[]
  demos: { [field: string]: JSONValue }[]
  config: LMConfig
  /** The model the predictor was bound to; a note, since a state holds no keys and no connections. */
  model: string | null
}

/** A saved program: its predictors by path. */
export interface ProgramState {
  format: 'ockham-program'
  version: 1
  predictors: { [path: string]: PredictorState }
}
