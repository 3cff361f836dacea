import type { LM } from '@ockham/core'
import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { firstSet } from '../internal/environment.ts'
import type { OpenAIOptions } from '../openai/openai.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import { azureAddress } from './azure-address.ts'
import { azureCredentials } from './azure-credentials.ts'

/** Options of a deployment on Azure. */
export interface AzureOptions extends OpenAIOptions {
  /** Such as `2024-10-21`; without one, here and in the environment, the undated v1 API is spoken. */
  apiVersion?: string
}

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: true }

const vendor: Omit<Vendor, 'connect' | 'body' | 'wholeWhen'> = {
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

const versionNames = ['AZURE_API_VERSION', 'AZURE_OPENAI_API_VERSION', 'OPENAI_API_VERSION']

/** A deployment on Azure OpenAI, such as `azure('my-gpt-4o')`; a JWT as key goes as bearer token. */
export function azure(deployment: string, options: AzureOptions = {}): LM {
  const { apiVersion, api = 'chat', ...rest } = options
  const { env = process.env } = rest
  const wire = openaiWire(api, dialect)
  const connect: Vendor['connect'] = (connection) => {
    const told = new URLSearchParams(connection.query).get('api-version') ?? undefined
    const version = apiVersion ?? told ?? firstSet(env, versionNames)
    const { baseURL, query } = azureAddress(connection.baseURL, deployment, version, api)
    return wire.connect({ ...azureCredentials(connection), baseURL }, { ...dialect, query })
  }
  return vendorLM({ ...vendor, ...wire, connect }, deployment, rest)
}
