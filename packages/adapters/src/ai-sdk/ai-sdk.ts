import type { LM } from '@ockham/core'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { AISDKModel } from './ai-sdk-model.ts'
import type { AISDKOptions } from './ai-sdk-options.ts'
import { askAISDK } from './ask-ai-sdk.ts'
import { toAISDKCall } from './to-ai-sdk-call.ts'

/** Where the AI SDK's name of a provider is not the price catalog's. */
const priceProviders: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'aws',
  bedrock: 'aws',
  'azure-openai': 'azure',
  vertex: 'google',
  togetherai: 'together',
  xai: 'x-ai',
}

/** The LM of a language model of the AI SDK; its name is `provider/modelId`. */
export function aiSDK(model: AISDKModel, options: AISDKOptions = {}): LM {
  const { capabilities, local = false, ...rest } = options
  const provider = model.provider.split('.')[0] || 'ai-sdk'
  const vendor: Vendor = {
    provider,
    keyNames: [],
    keyRequired: false,
    baseURLNames: [],
    // The model knows its address; this stands for it in messages.
    baseURL: provider,
    local,
    priceProvider: priceProviders[provider] ?? provider,
    capabilities: capabilities ?? capabilitiesOf(model),
    generateStreams: false,
    wholeWhen: 'ended',
    unknownModelAdvice: () => 'Check the name it was made with.',
    // Addresses inside are objects, which only become text as JSON.
    body: (request) => JSON.parse(JSON.stringify(toAISDKCall(request, model))),
    connect: async ({ headers }) => askAISDK(model, headers),
    explain: () => undefined,
  }
  return vendorLM(vendor, model.modelId, rest)
}

// Only some models say it; the others hand a schema on, or ask for JSON where they cannot.
function capabilitiesOf(model: AISDKModel): Vendor['capabilities'] {
  const jsonSchema = Reflect.get(model, 'supportsStructuredOutputs') !== false
  return { jsonObject: true, tools: true, jsonSchema }
}
