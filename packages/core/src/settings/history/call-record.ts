import type { LMConfig } from '../../lm/lm-config.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import type { LMResponse } from '../../lm/lm-response.ts'
import type { LMUsage } from '../../lm/lm-usage.ts'
import type { ErrorFacts } from '../error-facts.ts'

/** One LM call of the past, as plain data: it can be written as JSON, and holds no keys. */
export interface CallRecord {
  /** As callbacks were told it. */
  readonly callId: string
  /** The LM that was asked; `response.model` is the one that served the reply. */
  readonly model: string
  /** The predictor's name within the outermost module that ran: `respond.predict`, or `self` by itself. */
  readonly predictor?: string
  readonly messages: readonly LMMessage[]
  readonly config: LMConfig
  /** Whether the reply came as a stream. */
  readonly streamed: boolean
  /** The reply; without one there is an error. */
  readonly response?: LMResponse
  readonly error?: ErrorFacts
  readonly usage?: LMUsage
  /** US dollars; null when not known. */
  readonly costUSD: number | null
  /** True when a cache held the reply. */
  readonly cached: boolean
  /** Milliseconds since 1970, as of `Date.now()`. */
  readonly startedAt: number
  readonly durationMs: number
  /** Until the first event of a stream. */
  readonly firstEventMs?: number
}
