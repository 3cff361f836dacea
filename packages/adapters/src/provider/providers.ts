import type { LM } from '@ockham/core'
import { anthropic } from '../anthropic/anthropic.ts'
import { gemini } from '../gemini/gemini.ts'
import { ollama } from '../ollama/ollama.ts'
import { openai } from '../openai/openai.ts'
import { compatibleProviders } from '../openai-compatible/compatible-providers.ts'
import { compatibleVendor } from '../openai-compatible/compatible-vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { embeddedProvider } from './embedded-provider.ts'

/** Makes the LM of one model. */
export type ProviderFactory = (model: string, options: VendorOptions) => LM

/** Every provider that a model string can name. */
export const providers: ReadonlyMap<string, ProviderFactory> = new Map<string, ProviderFactory>([
  ['openai', openai],
  ['anthropic', anthropic],
  ['ollama', ollama],
  ['gemini', gemini],
  ['embedded', embeddedProvider],
  // LiteLLM's second name for the same server.
  ['ollama_chat', ollama],
  ...compatibleProviders.map((row): [string, ProviderFactory] => {
    const vendor = compatibleVendor(row)
    return [row.name, (model, options) => vendorLM(vendor, model, options)]
  }),
])
