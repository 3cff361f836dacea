import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { connectOpenAI } from '../openai/connect-openai.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { toOpenAIRequest } from '../openai/to-openai-request.ts'
import type { Vendor } from '../vendor/vendor.ts'
import type { CompatibleProvider } from './compatible-provider.ts'

/** The vendor a row of the table describes. */
export function compatibleVendor(row: CompatibleProvider): Vendor {
  const dialect: OpenAIDialect = {
    asksStreamUsage: row.asksStreamUsage === true,
    hasReasoningModels: false,
  }
  return {
    provider: row.name,
    keyNames: row.keyNames ?? [],
    keyRequired: row.keyless !== true,
    baseURLNames: row.baseURLNames ?? [],
    baseURL: row.baseURL,
    local: row.local === true,
    priceProvider: row.priceProvider,
    capabilities: row.capabilities,
    tellsThoughts: (model) => row.tellsThoughts?.test(model) === true,
    // Many servers report usage only with a reply in one piece.
    generateStreams: false,
    wholeWhen: 'finished',
    unknownModelAdvice: () => 'Check its name against the models the server lists.',
    body: (request) => toOpenAIRequest(request, dialect),
    connect: (connection) => connectOpenAI(connection, dialect),
    explain: factsFromSDKError,
  }
}
