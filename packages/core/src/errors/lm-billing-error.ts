import { LMProviderError } from './lm-provider-error.ts'

/** The account has no credit or has reached its spending limit; waiting does not help. */
export class LMBillingError extends LMProviderError {
  static override readonly kind: string = 'LMBillingError'
  override readonly code = 'lm_billing'
}
