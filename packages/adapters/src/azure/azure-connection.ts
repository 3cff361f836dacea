import { type Environment, firstSet } from '../internal/environment.ts'
import type { Connection } from '../vendor/vendor.ts'
import { azureAddress } from './azure-address.ts'
import { azureCredentials } from './azure-credentials.ts'

/** Which deployment is reached, and over which API. */
export interface AzureDeployment {
  deployment: string
  /** Where it is not told, that of the base URL or of the environment. */
  apiVersion: string | undefined
  env: Environment
  api: 'chat' | 'responses'
}

const versionNames = ['AZURE_API_VERSION', 'AZURE_OPENAI_API_VERSION', 'OPENAI_API_VERSION']

/** The connection with address and key as Azure wants them, and what is added to every address. */
export function azureConnection(
  connection: Connection,
  { deployment, apiVersion, env, api }: AzureDeployment,
): { connection: Connection; query: Readonly<Record<string, string>> } {
  const told = new URLSearchParams(connection.query).get('api-version') ?? undefined
  const version = apiVersion ?? told ?? firstSet(env, versionNames)
  const { baseURL, query } = azureAddress(connection.baseURL, deployment, version, api)
  return { connection: { ...azureCredentials(connection), baseURL }, query }
}
