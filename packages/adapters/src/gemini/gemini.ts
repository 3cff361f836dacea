import type { LM } from '@ockham/core'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { connectGemini } from './connect-gemini.ts'
import { geminiCapabilities } from './gemini-capabilities.ts'
import { toGeminiRequest } from './to-gemini-request.ts'

const vendor: Omit<Vendor, 'capabilities'> = {
  provider: 'gemini',
  keyNames: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  keyRequired: true,
  baseURLNames: ['GEMINI_API_BASE'],
  baseURL: 'https://generativelanguage.googleapis.com/v1beta',
  local: false,
  priceProvider: 'google',
  generateStreams: true,
  wholeWhen: 'finished',
  unknownModelAdvice: () => 'Check its name against the models that Google AI lists.',
  body: toGeminiRequest,
  connect: connectGemini,
  explain: () => undefined,
}

/** A Gemini model over Google AI, such as `gemini('gemini-2.5-flash')`. */
export function gemini(model: string, options: VendorOptions = {}): LM {
  return vendorLM({ ...vendor, capabilities: geminiCapabilities(model) }, model, options)
}
