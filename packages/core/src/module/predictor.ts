import type { LM } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { Demo } from '../prompt/adapter.ts'
import type { Signature } from '../signature/signature.ts'

/** A module that makes LM calls by a signature; what optimizers tune and states save. */
export interface Predictor {
  /** Marks a predictor, also one of another copy of the package. */
  readonly $predictor: true
  signature: Signature
  demos: readonly Demo[]
  /** The predictor's own LM; without one the surrounding settings decide. */
  lm: LM | undefined
  /** LM settings of every call. */
  config: LMConfig
}

/** Whether a value is a predictor. */
export function isPredictor(value: unknown): value is Predictor {
  return typeof value === 'function' && '$predictor' in value
}
