import type { Connection } from '../vendor/vendor.ts'

const token = /^ey[\w-]+\.[\w-]+\.[\w-]+$/

/** The same connection with the key where Azure wants it; a token of Entra ID stays a bearer. */
export function azureCredentials(connection: Connection): Connection {
  const { apiKey, headers } = connection
  if (apiKey === undefined || token.test(apiKey)) return connection
  return { ...connection, apiKey: undefined, headers: { 'api-key': apiKey, ...headers } }
}
