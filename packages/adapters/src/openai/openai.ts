import type { LM } from '@ockham/core'
import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { type Environment, firstSet } from '../internal/environment.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { connectOpenAI } from './connect-openai.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { toOpenAIRequest } from './to-openai-request.ts'

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: true }

const vendor: Omit<Vendor, 'connect'> = {
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
  wholeWhen: 'finished',
  unknownModelAdvice: () => 'Check its name, and that the account may use it.',
  body: (request) => toOpenAIRequest(request, dialect),
  explain: factsFromSDKError,
}

const organizationNames = ['OPENAI_ORGANIZATION', 'OPENAI_ORG_ID']
const projectNames = ['OPENAI_PROJECT', 'OPENAI_PROJECT_ID']

/** An OpenAI model over the chat completions API, such as `openai('gpt-4o-mini')`. */
export function openai(model: string, options: VendorOptions = {}): LM {
  const { env = process.env } = options
  const connect: Vendor['connect'] = (connection) => {
    const headers = { ...billedTo(env), ...connection.headers }
    return connectOpenAI({ ...connection, headers }, dialect)
  }
  return vendorLM({ ...vendor, connect }, model, options)
}

function billedTo(env: Environment): Record<string, string> {
  const organization = firstSet(env, organizationNames)
  const project = firstSet(env, projectNames)
  return {
    ...(organization !== undefined && { 'OpenAI-Organization': organization }),
    ...(project !== undefined && { 'OpenAI-Project': project }),
  }
}
