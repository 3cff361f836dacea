import { type Router, type RouterOptions, router } from '@ockham/adapters'
import type { LM } from '@ockham/core'

/** A primary and a backup, as most programs would put them together; waits without luck. */
export function routed(primary: LM, backup: LM, options: Partial<RouterOptions> = {}): Router {
  return router({ models: [primary, backup], strategy: 'ordered', random: () => 0.02, ...options })
}
