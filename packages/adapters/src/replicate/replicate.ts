import type { LM } from '@ockham/core'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { connectReplicate } from './connect-replicate.ts'
import { toReplicateRequest } from './to-replicate-request.ts'

const vendor: Vendor = {
  provider: 'replicate',
  keyNames: ['REPLICATE_API_KEY', 'REPLICATE_API_TOKEN'],
  keyRequired: true,
  baseURLNames: ['REPLICATE_API_BASE'],
  baseURL: 'https://api.replicate.com/v1',
  local: false,
  priceProvider: undefined,
  capabilities: {},
  // Not every model streams.
  generateStreams: false,
  wholeWhen: 'ended',
  unknownModelAdvice: () => 'Check its name, or name the version: owner/name:version.',
  body: toReplicateRequest,
  connect: connectReplicate,
  explain: () => undefined,
}

/** A language model on Replicate, such as `replicate('meta/meta-llama-3-70b-instruct')`. */
export function replicate(model: string, options: VendorOptions = {}): LM {
  return vendorLM(vendor, model, options)
}
