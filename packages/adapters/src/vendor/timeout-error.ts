import { LMTimeoutError, type TimeoutPhase } from '@ockham/core'

/** Whose reply did not come in time. */
interface LateCall {
  /** `provider/model`. */
  model: string
  vendor: { readonly provider: string }
}

/** Words a timer of ours that ran out. */
export function timeoutError(
  { model, vendor }: LateCall,
  phase: TimeoutPhase,
  limitMs: number,
): LMTimeoutError {
  return new LMTimeoutError(`${model}: ${texts[phase]} (${Math.round(limitMs)} ms).`, {
    model,
    provider: vendor.provider,
    phase,
  })
}

const texts: Readonly<Record<TimeoutPhase, string>> = {
  request: 'the provider timed out',
  'first-token': 'no content came within `timeouts.firstTokenMs`',
  idle: 'the reply stood still for longer than `timeouts.idleMs`',
  total: 'the reply was not complete within `timeouts.totalMs`',
}
