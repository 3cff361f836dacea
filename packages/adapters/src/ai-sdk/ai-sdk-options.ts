import type { LMCapabilities } from '@ockham/core'
import type { VendorOptions } from '../vendor/vendor-options.ts'

/**
 * Options for a model of the AI SDK, which has its key and its address itself. `extra` goes into its
 * call options as it is: `{ providerOptions: { openai: { serviceTier: 'flex' } } }`.
 */
export interface AISDKOptions extends Omit<VendorOptions, 'apiKey' | 'baseURL' | 'fetch' | 'env'> {
  /** What the model can enforce, where it is less or more than AI SDK models usually do. */
  capabilities?: LMCapabilities
  /** True for a model on this machine: patient timers, and no cost. */
  local?: boolean
}
