import { LMError } from './lm-error.ts'

/** The LM cannot do what the request asks for. */
export class UnsupportedFeatureError extends LMError {
  static override readonly kind: string = 'UnsupportedFeatureError'
  override readonly code = 'unsupported_feature'
}
