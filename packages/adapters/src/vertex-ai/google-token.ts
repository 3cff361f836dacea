import { LMAuthError } from '@ockham/core'
import { transportCause } from '../failure/transport-cause.ts'
import { loadSDK } from '../vendor/load-sdk.ts'

const scopes = 'https://www.googleapis.com/auth/cloud-platform'
const shownCharacters = 300

/**
 * Makes what gives access tokens for the credentials that Google's library finds; it keeps a token
 * for as long as it is good. The project saves the library from asking for it. Throws `LMAuthError` that says where credentials are looked for.
 */
export async function googleToken(project: string | undefined): Promise<() => Promise<string>> {
  const { GoogleAuth } = await loadSDK('google-auth-library', () => import('google-auth-library'))
  const auth = new GoogleAuth({ scopes, ...(project !== undefined && { projectId: project }) })
  return async () => {
    try {
      const token = await auth.getAccessToken()
      if (token) return token
    } catch (error) {
      throw tokenError(error)
    }
    throw tokenError(new Error('there are no credentials'))
  }
}

// The library's errors hold the request, and with it what must not be logged; only words are kept.
function tokenError(error: unknown): Error {
  const cause = transportCause(error)
  if (cause) return Object.assign(new Error(cause.message), { code: cause.code })
  const text = error instanceof Error ? error.message : String(error)
  return new LMAuthError(
    `Google Cloud gave no access token: ${text.slice(0, shownCharacters)}. ` +
      'Set GOOGLE_APPLICATION_CREDENTIALS, or run `gcloud auth application-default login`, ' +
      'or pass an access token as the option `apiKey`.',
    { provider: 'vertex_ai' },
  )
}
