import type { WireObject } from '../internal/wire-object.ts'
import { clampWait } from './clamp-wait.ts'

/** What the `details` of an error in Google's form add to its code and message. */
export interface GoogleDetails {
  codes: string[]
  retryAfterMs: number | undefined
}

// A quota of a day or a month does not come back by waiting, whatever delay stands beside it.
const longQuota = /per_?(day|month)/i

/** Reads the reason, the quota that ran out and the delay out of a list of `google.rpc` details. */
export function googleDetails(error: WireObject): GoogleDetails {
  const details = error.objects('details')
  const quotas = details.flatMap((detail) => detail.objects('violations'))
  const isLong = quotas.some((quota) => longQuota.test(quota.text('quotaId') ?? ''))
  const reasons = details.map((detail) => detail.text('reason'))
  const delays = details.map(delayMs).filter((ms) => ms !== undefined)
  return {
    codes: [isLong ? 'quota_exceeded' : undefined, ...reasons].filter((code) => code !== undefined),
    retryAfterMs: isLong ? undefined : delays[0],
  }
}

// Written as `"34.4s"`, or as the two fields of a protocol buffer.
function delayMs(detail: WireObject): number | undefined {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(detail.text('retryDelay') ?? '') ?? []
  if (seconds !== undefined) return clampWait(Number(seconds) * 1000)
  const parts = detail.object('retryDelay')
  if (!parts) return undefined
  const whole = parts.number('seconds') ?? Number(parts.text('seconds') ?? 0)
  return clampWait(whole * 1000 + (parts.number('nanos') ?? 0) / 1e6)
}
