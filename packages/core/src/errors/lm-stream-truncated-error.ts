import { LMTransportError } from './lm-transport-error.ts'

/** A stream ended without its terminal event, so the reply may be incomplete. */
export class LMStreamTruncatedError extends LMTransportError {
  static override readonly kind: string = 'LMStreamTruncatedError'
  override readonly code = 'lm_stream_truncated'
}
