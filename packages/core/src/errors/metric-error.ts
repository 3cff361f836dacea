import { OckhamError } from './ockham-error.ts'

/** A metric threw, or did not return a number in [0, 1], a boolean, or `{ score, feedback }`. */
export class MetricError extends OckhamError {
  static override readonly kind: string = 'MetricError'
  override readonly code = 'metric'
}
