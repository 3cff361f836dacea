import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor } from '../vendor/vendor.ts'
import type { CompatibleProvider } from './compatible-provider.ts'

/** The vendor a row of the table describes. */
export function compatibleVendor(
  row: CompatibleProvider,
  api: 'chat' | 'responses' = 'chat',
): Vendor {
  const dialect: OpenAIDialect = {
    asksStreamUsage: row.asksStreamUsage === true,
    hasReasoningModels: false,
  }
  const wire = openaiWire(api, dialect)
  const isLenient = api === 'chat' && row.finishReasonOptional === true
  return {
    ...wire,
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
    wholeWhen: isLenient ? 'closed' : wire.wholeWhen,
    unknownModelAdvice: () => 'Check its name against the models the server lists.',
    explain: factsFromSDKError,
  }
}
