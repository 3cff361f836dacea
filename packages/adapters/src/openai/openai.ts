import type { LM } from '@ockham/core'
import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { type Environment, firstSet } from '../internal/environment.ts'
import { openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { isReasoningModel } from './is-reasoning-model.ts'
import type { OpenAIDialect } from './openai-dialect.ts'

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: true }

/** Options of a model of OpenAI's. */
export interface OpenAIOptions extends VendorOptions {
  /** Which API to speak; `chat` completions by default. */
  api?: 'chat' | 'responses'
}

const vendor: Omit<Vendor, 'connect' | 'body' | 'wholeWhen'> = {
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

const organizationNames = ['OPENAI_ORGANIZATION', 'OPENAI_ORG_ID']
const projectNames = ['OPENAI_PROJECT', 'OPENAI_PROJECT_ID']

/** An OpenAI model, such as `openai('gpt-4o-mini')` or `openai('gpt-5', { api: 'responses' })`. */
export function openai(model: string, options: OpenAIOptions = {}): LM {
  const { api = 'chat', ...rest } = options
  const { env = process.env } = rest
  const wire = openaiWire(api, dialect)
  const connect: Vendor['connect'] = (connection) =>
    wire.connect({ ...connection, headers: { ...billedTo(env), ...connection.headers } })
  // Only this API tells what a model thought.
  const reasoning = api === 'responses' && isReasoningModel(model)
  const capabilities = { ...vendor.capabilities, ...(reasoning && { reasoning }) }
  return vendorLM({ ...vendor, ...wire, capabilities, connect }, model, rest)
}

function billedTo(env: Environment): Record<string, string> {
  const organization = firstSet(env, organizationNames)
  const project = firstSet(env, projectNames)
  return {
    ...(organization !== undefined && { 'OpenAI-Organization': organization }),
    ...(project !== undefined && { 'OpenAI-Project': project }),
  }
}
