import type { LM } from '@ockham/core'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { ollamaVendor } from './ollama-vendor.ts'

/** A model that an Ollama server runs, such as `ollama('llama3.2')`. */
export function ollama(model: string, options: VendorOptions = {}): LM {
  return vendorLM(ollamaVendor, model, options)
}
