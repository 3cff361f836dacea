import type { OpenAI } from 'openai'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Connection } from '../vendor/vendor.ts'

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
      ...withoutCustomHeaders(),
      ...(apiKey === undefined ? { Authorization: null } : { Authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    defaultQuery: { ...query },
    fetch,
  })
}

// The SDK reads this variable by itself and has no option against it; null takes a header out.
function withoutCustomHeaders(): Record<string, null> {
  const lines = (process.env['OPENAI_CUSTOM_HEADERS'] ?? '').split('\n')
  const names = lines.map((line) => line.slice(0, Math.max(line.indexOf(':'), 0)).trim())
  return Object.fromEntries(names.filter((name) => name !== '').map((name) => [name, null]))
}
