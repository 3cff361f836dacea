import type { PredictionMeta } from './prediction.ts'

/** The `$meta` of a prediction; undefined for any other object. */
export function predictionMeta(value: object): PredictionMeta | undefined {
  const meta: unknown = Reflect.get(value, '$meta')
  return isMeta(meta) ? meta : undefined
}

function isMeta(value: unknown): value is PredictionMeta {
  return typeof value === 'object' && value !== null && 'model' in value && 'usage' in value
}
