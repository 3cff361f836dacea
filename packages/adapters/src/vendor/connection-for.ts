import { LMConfigurationError } from '@ockham/core'
import { sameOriginFetch } from '../http/same-origin-fetch.ts'
import { firstSet } from '../internal/environment.ts'
import type { Connection, Vendor } from './vendor.ts'
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
  vendor: Vendor,
  model: string,
  options: ResolvedVendorOptions,
): Connection {
  const apiKey = options.apiKey ?? firstSet(options.env, vendor.keyNames)
  if (vendor.keyRequired && apiKey === undefined) {
    throw new LMConfigurationError(
      `${model} needs an API key. Set ${vendor.keyNames.join(' or ')}, or pass the option \`apiKey\`.`,
      { model, provider: vendor.provider },
    )
  }
  const baseURL = options.baseURL ?? firstSet(options.env, vendor.baseURLNames) ?? vendor.baseURL
  if (baseURL === undefined) {
    const places = [
      'pass the option `baseURL`',
      ...vendor.baseURLNames.map((name) => `set ${name}`),
    ]
    throw new LMConfigurationError(
      `${model} needs the address of its server: ${places.join(' or ')}.`,
      {
        model,
        provider: vendor.provider,
      },
    )
  }
  return {
    baseURL,
    apiKey,
    headers: options.headers,
    timeoutMs: Math.min(options.timeouts.totalMs + timeoutMarginMs, longestTimeoutMs),
    fetch: sameOriginFetch(options.fetch ?? (vendor.local ? localFetch : globalFetch)),
  }
}
