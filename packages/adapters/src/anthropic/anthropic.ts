import type { LM } from '@ockham/core'
import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { claudeVersion } from './claude-version.ts'
import { connectAnthropic } from './connect-anthropic.ts'
import { defaultMaxTokens } from './default-max-tokens.ts'
import { toAnthropicRequest } from './to-anthropic-request.ts'

const firstWithSchemas = 405
const firstWithCitations = 305
const firstWithThoughts = 307

const vendor: Omit<Vendor, 'capabilities'> = {
  provider: 'anthropic',
  keyNames: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'],
  keyRequired: true,
  baseURLNames: ['ANTHROPIC_BASE_URL', 'ANTHROPIC_API_BASE'],
  baseURL: 'https://api.anthropic.com',
  local: false,
  defaultMaxTokens,
  priceProvider: 'anthropic',
  generateStreams: true,
  wholeWhen: 'ended',
  unknownModelAdvice: () => 'Check its name, and that the account may use it.',
  body: toAnthropicRequest,
  connect: connectAnthropic,
  explain: factsFromSDKError,
}

/** An Anthropic model over the messages API, such as `anthropic('claude-haiku-4-5')`. */
export function anthropic(model: string, options: VendorOptions = {}): LM {
  const version = claudeVersion(model)
  const capabilities = {
    tools: true,
    jsonSchema: version >= firstWithSchemas,
    citations: version >= firstWithCitations,
    reasoning: version >= firstWithThoughts,
  }
  return vendorLM({ ...vendor, capabilities }, model, options)
}
