import type { LM } from '@ockham/core'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { isCohereReasoning } from './cohere-thinking.ts'
import { connectCohere } from './connect-cohere.ts'
import { toCohereRequest } from './to-cohere-request.ts'

const vendor: Omit<Vendor, 'capabilities'> = {
  provider: 'cohere',
  keyNames: ['COHERE_API_KEY', 'CO_API_KEY'],
  keyRequired: true,
  baseURLNames: ['COHERE_API_BASE', 'CO_API_URL'],
  baseURL: 'https://api.cohere.com',
  local: false,
  priceProvider: 'cohere',
  generateStreams: true,
  wholeWhen: 'ended',
  unknownModelAdvice: () => 'Check its name against the models that Cohere lists.',
  body: toCohereRequest,
  connect: connectCohere,
  explain: () => undefined,
}

/** A Cohere model over the chat API of version 2, such as `cohere('command-a-03-2025')`. */
export function cohere(model: string, options: VendorOptions = {}): LM {
  const capabilities = {
    jsonSchema: true,
    jsonObject: true,
    tools: true,
    vision: model.includes('vision'),
    reasoning: isCohereReasoning(model),
  }
  return vendorLM({ ...vendor, capabilities }, model, options)
}
