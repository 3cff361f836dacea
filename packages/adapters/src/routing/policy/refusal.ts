import type { LMConfigurationError } from '@ockham/core'

/** Why a route may not serve a request. */
export interface Refusal {
  readonly why: 'sensitivity' | 'configuration' | 'capability' | 'context' | 'budget' | 'rule'
  /** A sentence. */
  readonly reason: string
  /** What it would throw if it were asked. */
  readonly error?: LMConfigurationError
}
