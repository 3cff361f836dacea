import type { LMCapabilities } from '@ockham/core'

/** One provider that speaks one of OpenAI's wires; a new one is a row of `compatibleProviders`. */
export interface CompatibleProvider {
  name: string
  /** Other names that `lm` takes for it. */
  aliases?: readonly string[]
  /** Without one, the address must be given. */
  baseURL?: string
  baseURLNames?: readonly string[]
  keyNames?: readonly string[]
  /** The key is sent when there is one, and not asked for otherwise. */
  keyless?: true
  /** Runs on the user's machine: patient timers, and no cost. */
  local?: true
  /** Which of OpenAI's APIs it has; `chat` completions by default. */
  api?: 'responses'
  /** Put before a model's name that has no slash. */
  modelPrefix?: string
  /** Known to accept `stream_options`. */
  asksStreamUsage?: true
  /** Known to refuse JSON together with tools. */
  jsonOrTools?: true
  /** Known never to send a finish reason: a clean end of what was said has to do. */
  finishReasonOptional?: true
  /** The provider's id in the price catalog. */
  priceProvider?: string
  capabilities: LMCapabilities
  /** The models whose thoughts stand in its replies, as far as they think. */
  tellsThoughts?: RegExp
}
