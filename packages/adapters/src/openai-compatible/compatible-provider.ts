import type { LMCapabilities } from '@ockham/core'

/** One provider that speaks OpenAI's chat wire; a new one is a row of `compatibleProviders`. */
export interface CompatibleProvider {
  name: string
  /** Without one, the address must be given. */
  baseURL?: string
  baseURLNames?: readonly string[]
  keyNames?: readonly string[]
  /** The key is sent when there is one, and not asked for otherwise. */
  keyless?: true
  /** Runs on the user's machine: patient timers, and no cost. */
  local?: true
  /** Known to accept `stream_options`. */
  asksStreamUsage?: true
  /** The provider's id in the price catalog. */
  priceProvider?: string
  capabilities: LMCapabilities
  /** The models whose thoughts stand in its replies, as far as they think. */
  tellsThoughts?: RegExp
}
