import { factsFromSDKError } from '../failure/facts-from-sdk-error.ts'
import { connectOpenAI } from '../openai/connect-openai.ts'
import type { Vendor } from '../vendor/vendor.ts'
import type { CompatibleProvider } from './compatible-provider.ts'

/** The vendor a row of the table describes. */
export function compatibleVendor(row: CompatibleProvider): Vendor {
  const asksStreamUsage = row.asksStreamUsage === true
  return {
    provider: row.name,
    keyNames: row.keyNames ?? [],
    keyRequired: row.keyless !== true,
    baseURLNames: row.baseURLNames ?? [],
    baseURL: row.baseURL,
    local: row.local === true,
    priceProvider: row.priceProvider,
    capabilities: row.capabilities,
    // Many servers report usage only with a reply in one piece.
    generateStreams: false,
    wholeWhen: 'finished',
    unknownModelAdvice: () => 'Check its name against the models the server lists.',
    connect: (connection) =>
      connectOpenAI(connection, { asksStreamUsage, hasReasoningModels: false }),
    explain: factsFromSDKError,
  }
}
