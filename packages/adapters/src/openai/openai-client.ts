import type { OpenAI } from 'openai'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Connection } from '../vendor/vendor.ts'
import { withoutCustomHeaders } from '../vendor/without-custom-headers.ts'

/**
 * A client of the `openai` package that sends what the connection holds and nothing else: left to
 * itself, it adds keys and headers of OpenAI's from the environment, whatever server it speaks to.
 */
export async function openaiClient(
  connection: Connection,
  query: Readonly<Record<string, string>> = {},
): Promise<OpenAI> {
  const { OpenAI: Client } = await loadSDK('openai', () => import('openai'))
  const { apiKey, baseURL, headers, timeoutMs: timeout, fetch } = connection
  return new Client({
    // The SDK insists on a key; without one, no header is sent.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    baseURL,
    timeout,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: {
      ...withoutCustomHeaders('OPENAI_CUSTOM_HEADERS'),
      ...(apiKey === undefined ? { Authorization: null } : { Authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    defaultQuery: { ...query },
    fetch,
  })
}
