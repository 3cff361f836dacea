import type { CircuitState } from '../breaker/breaker.ts'

/** How one model of a router is doing. */
export interface RouteHealth {
  readonly model: string
  /**
   * `degraded`: it answers, but slowly or not always. `down`: it is not asked at present. `unknown`: nothing
   * is known of the last minute.
   */
  readonly state: 'healthy' | 'degraded' | 'down' | 'unknown'
  /** Why, in a sentence. */
  readonly reason: string
  /** Milliseconds since it last answered; absent when it never did. */
  readonly lastSuccessMs?: number
  /** Part of its calls that were answered, in [0, 1], newer ones weighing more. */
  readonly successRate: number
  /** Milliseconds to the first content of a stream, on average. */
  readonly firstTokenMs?: number
  readonly circuit: CircuitState
}
