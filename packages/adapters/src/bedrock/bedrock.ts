import type { LM } from '@ockham/core'
import { claudeCapabilities } from '../anthropic/claude-capabilities.ts'
import { connectAnthropic } from '../anthropic/connect-anthropic.ts'
import { toAnthropicRequest } from '../anthropic/to-anthropic-request.ts'
import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { type Environment, firstSet } from '../internal/environment.ts'
import { connectOpenAI } from '../openai/connect-openai.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { toOpenAIRequest } from '../openai/to-openai-request.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import { withoutCustomHeaders } from '../vendor/without-custom-headers.ts'
import type { BedrockOptions } from './bedrock-options.ts'
import { bedrockURL, regionNames, wireURL } from './bedrock-url.ts'

type Wire = Pick<Vendor, 'capabilities' | 'generateStreams' | 'wholeWhen' | 'body' | 'connect'>

// The one that AWS documents; the SDK's own may be newer than what Bedrock knows.
const version = '2023-06-01'

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: false }

/**
 * A model on Amazon Bedrock with one of Bedrock's API keys: Claude models over Anthropic's wire, all
 * others over OpenAI's chat wire. It signs no requests with access keys.
 */
export function bedrock(model: string, options: BedrockOptions = {}): LM {
  const { region: _, ...others } = options
  const vendor: Vendor = {
    provider: 'bedrock',
    keyNames: ['AWS_BEARER_TOKEN_BEDROCK'],
    keyRequired: true,
    keyAdvice,
    baseURLNames: ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'],
    // Asked for when it is needed, as the environment may be filled later.
    get baseURL() {
      return bedrockURL(options)
    },
    addressAdvice: `pass the option \`region\` or set ${regionNames.join(' or ')}`,
    local: false,
    priceProvider: 'aws',
    unknownModelAdvice: () =>
      'Check its id, that the region serves it, and that the account has access to it; many models ' +
      'are reached by the id of an inference profile only, such as us.anthropic.claude-….',
    explain: factsFromSDKError,
    ...(/(^|\.)anthropic\./.test(model) ? claudeWire(model) : chatWire),
  }
  return vendorLM(vendor, model, others)
}

function claudeWire(model: string): Wire {
  return {
    capabilities: claudeCapabilities(model),
    generateStreams: true,
    wholeWhen: 'ended',
    body: toAnthropicRequest,
    connect: (connection) => {
      const baseURL = wireURL(connection.baseURL, '/anthropic')
      const foreign = withoutCustomHeaders('ANTHROPIC_CUSTOM_HEADERS')
      const headers = { 'anthropic-version': version, ...connection.headers }
      return connectAnthropic({ ...connection, baseURL, headers }, foreign)
    },
  }
}

const chatWire: Wire = {
  capabilities: { tools: true },
  generateStreams: false,
  wholeWhen: 'finished',
  body: (request) => toOpenAIRequest(request, dialect),
  connect: (connection) =>
    connectOpenAI({ ...connection, baseURL: wireURL(connection.baseURL, '/openai/v1') }, dialect),
}

function keyAdvice(env: Environment): string {
  if (firstSet(env, ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE']) === undefined) return ''
  return (
    ' Access keys and profiles alone do not do: requests would have to be signed with them. Make an ' +
    'API key in the console of Bedrock, or a short-lived one with an AWS token generator.'
  )
}
