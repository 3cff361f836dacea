import type { FailureContext } from '../failure/failure-context.ts'
import { secretsOf } from '../failure/secrets-of.ts'
import type { Connection, Vendor } from './vendor.ts'

/** Whose failure it is. */
interface FailedCall {
  vendor: Pick<Vendor, 'provider' | 'keyNames' | 'baseURLNames' | 'unknownModelAdvice'>
  /** `provider/model`. */
  model: string
  modelName: string
}

/** What the error messages of a call may name, and what they must not. */
export function failureContextFor(call: FailedCall, connection: Connection): FailureContext {
  const { vendor, model, modelName } = call
  return {
    provider: vendor.provider,
    model,
    host: hostOf(connection.baseURL),
    keyNames: vendor.keyNames,
    baseURLNames: vendor.baseURLNames,
    secrets: secretsOf({ ...connection, baseURL: `${connection.baseURL}?${connection.query}` }),
    unknownModelAdvice: vendor.unknownModelAdvice(modelName),
  }
}

// The host alone: a base URL may carry a password or a key.
function hostOf(baseURL: string): string {
  const url = baseURL.includes('://') ? baseURL : `http://${baseURL}`
  return URL.canParse(url) ? new URL(url).host : 'the server'
}
