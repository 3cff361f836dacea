import type { Prediction, PredictionMeta } from './prediction.ts'

/** A prediction with these output fields; `$meta` stays out of enumeration and JSON. */
export function makePrediction<Outputs extends object>(
  outputs: Outputs,
  meta: PredictionMeta,
): Prediction<Outputs> {
  return Object.defineProperty({ ...outputs }, '$meta', {
    value: meta,
    configurable: true,
  }) as Prediction<Outputs> // the line above adds the one property that is missing
}
