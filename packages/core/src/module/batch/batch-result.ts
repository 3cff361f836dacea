import type { Prediction } from '../../example/prediction.ts'

/** How one run of a batch ended. */
export type BatchResult<Outputs extends object> =
  | { readonly ok: true; readonly prediction: Prediction<Outputs> }
  | { readonly ok: false; readonly error: unknown }
