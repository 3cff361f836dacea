import { LMError } from './lm-error.ts'

/** The LM cannot be used as configured: no key, no SDK, unknown provider or model string. */
export class LMConfigurationError extends LMError {
  static override readonly kind: string = 'LMConfigurationError'
  override readonly code: string = 'lm_configuration'
}
