import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { type OpenAIWire, openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor, VendorRequest } from '../vendor/vendor.ts'
import type { CompatibleProvider } from './compatible-provider.ts'

/** The vendor a row of the table describes. */
export function compatibleVendor(
  row: CompatibleProvider,
  api: 'chat' | 'responses' = row.api ?? 'chat',
): Vendor {
  const dialect: OpenAIDialect = {
    asksStreamUsage: row.asksStreamUsage === true,
    hasReasoningModels: false,
    jsonOrTools: row.jsonOrTools === true,
  }
  const wire = named(openaiWire(api, dialect), row.modelPrefix)
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

/** The wire with the names of models as the provider has them. */
function named(wire: OpenAIWire, prefix = ''): OpenAIWire {
  if (prefix === '') return wire
  const withName = (request: VendorRequest): VendorRequest => {
    const { model } = request
    return model.includes('/') ? request : { ...request, model: `${prefix}${model}` }
  }
  return {
    ...wire,
    body: (request) => wire.body(withName(request)),
    connect: async (connection) => {
      const ask = await wire.connect(connection)
      return (request, controller) => ask(withName(request), controller)
    },
  }
}
