import { LMConfigurationError } from '@ockham/core'
import { sameOriginFetch } from '../http/same-origin-fetch.ts'
import { baseURLOf } from './base-url-of.ts'
import { freshSocketFetch } from './fresh-socket-fetch.ts'
import { keyOf } from './key-of.ts'
import { variableIn } from './late-value.ts'
import { queryFetch } from './query-fetch.ts'
import { urlLogin } from './url-login.ts'
import type { Connection, VendorAddress } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

// Our own timers must strike first; the SDKs' limit is only a backstop.
const timeoutMarginMs = 60_000
const longestTimeoutMs = 2 ** 31 - 1

// Loaded on first use: Node's HTTP client is most of what importing this package would cost.
const localFetch: typeof fetch = async (input, init) => {
  const { patientFetch } = await import('../timing/patient-fetch.ts')
  return patientFetch(input, init)
}

// Looked up at the call, so that a `fetch` that was replaced meanwhile is the one used.
const globalFetch: typeof fetch = (input, init) => fetch(input, init)

/** Finds key and base URL; throws `LMConfigurationError` that names what to set. */
export function connectionFor(
  vendor: VendorAddress,
  model: string,
  options: ResolvedVendorOptions,
): Connection {
  const { env } = options
  const missing = (text: string): LMConfigurationError =>
    new LMConfigurationError(`${model} ${text}`, { model, provider: vendor.provider })
  const apiKey = keyOf(vendor, options)
  if (apiKey === undefined && (vendor.keyRequired || options.apiKey !== undefined)) {
    const variable = variableIn(options.apiKey)
    const advice = vendor.keyAdvice?.(env) ?? ''
    throw missing(
      variable === undefined
        ? `needs an API key. Set ${vendor.keyNames.join(' or ')}, or pass the option \`apiKey\`.${advice}`
        : `takes its API key from ${variable}, which is not set. Set it.`,
    )
  }
  const baseURL = baseURLOf(vendor, options)
  if (baseURL === undefined) {
    const variable = variableIn(options.baseURL)
    const places = [
      ...(vendor.addressAdvice === undefined ? [] : [vendor.addressAdvice]),
      'pass the option `baseURL`',
      ...vendor.baseURLNames.map((name) => `set ${name}`),
    ]
    throw missing(
      variable === undefined
        ? `needs the address of its server: ${places.join(' or ')}.`
        : `takes the address of its server from ${variable}, which is not set. Set it.`,
    )
  }
  // What a vendor has by itself needs no check: it may not even be an address.
  const isChecked = baseURL !== vendor.baseURL && vendor.takesHost !== true
  const login = urlLogin(baseURL)
  if (login === undefined || (isChecked && !isAddress(baseURL))) {
    // Not shown: it may hold a password.
    const places = ['the option `baseURL`', ...vendor.baseURLNames].join(' or ')
    throw missing(`needs a server whose address begins with http:// or https://. Check ${places}.`)
  }
  const { address: full, authorization } = login
  const [address = '', query = ''] = isAddress(full) ? full.split(/\?(.*)/s) : [full]
  const isLogin = authorization !== undefined && apiKey === undefined
  return {
    baseURL: address,
    query,
    apiKey,
    headers: { ...(isLogin && { Authorization: authorization }), ...options.headers },
    timeoutMs: Math.min(options.timeouts.totalMs + timeoutMarginMs, longestTimeoutMs),
    fetch: queryFetch(
      sameOriginFetch(freshSocketFetch(options.fetch ?? (vendor.local ? localFetch : globalFetch))),
      address,
      query,
    ),
  }
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
