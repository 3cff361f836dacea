import { LMError } from './lm-error.ts'

/** The connection failed: refused, reset, DNS, TLS. */
export class LMTransportError extends LMError {
  static override readonly kind: string = 'LMTransportError'
  override readonly code: string = 'lm_transport'
}
