import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import type { Vendor } from '../vendor/vendor.ts'

/** Azure OpenAI, whichever of its APIs is spoken. */
export const azureVendor: Omit<Vendor, 'connect' | 'body' | 'wholeWhen'> = {
  provider: 'azure',
  keyNames: ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY', 'AZURE_AD_TOKEN'],
  keyRequired: true,
  baseURLNames: ['AZURE_API_BASE', 'AZURE_OPENAI_ENDPOINT'],
  baseURL: undefined,
  local: false,
  priceProvider: 'azure',
  capabilities: { jsonSchema: true, jsonObject: true, tools: true },
  generateStreams: false,
  unknownModelAdvice: () => 'Check the name of the deployment, which need not be that of a model.',
  explain: factsFromSDKError,
}
