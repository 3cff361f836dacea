import { LMTimeoutError, type TimeoutPhase } from '@ockham/core'
import type { CallPlan } from './call-plan.ts'

/** Words a timer of ours that ran out. */
export function timeoutError(plan: CallPlan, phase: TimeoutPhase, limitMs: number): LMTimeoutError {
  const { model, vendor } = plan
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
