import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import type { Vendor } from '../vendor/vendor.ts'

/** OpenAI, whichever of its APIs is spoken. */
export const openaiVendor: Omit<Vendor, 'connect' | 'body' | 'wholeWhen'> = {
  provider: 'openai',
  keyNames: ['OPENAI_API_KEY'],
  keyRequired: true,
  baseURLNames: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  baseURL: 'https://api.openai.com/v1',
  local: false,
  priceProvider: 'openai',
  capabilities: { jsonSchema: true, jsonObject: true, tools: true },
  // Accounts that are not verified may not stream OpenAI's newest models.
  generateStreams: false,
  unknownModelAdvice: () => 'Check its name, and that the account may use it.',
  explain: factsFromSDKError,
}
