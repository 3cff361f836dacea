import { fallback, type LM, retrying } from '@ockham/core'

/** A primary, asked again where that can help, and then a backup. */
export function routed(primary: LM, backup: LM): LM {
  const patience = { attempts: 2, initialDelayMs: 5, maxRetryAfterMs: 1_500 }
  return fallback(retrying(primary, patience), retrying(backup, patience))
}
