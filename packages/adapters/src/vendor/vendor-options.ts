import type { LMConfig } from '@ockham/core'
import { checkPrice } from '../catalog/price/check-price.ts'
import type { PriceOption } from '../catalog/price/price-option.ts'
import type { Environment } from '../internal/environment.ts'
import { resolveTimeouts, type Timeouts } from '../timing/timeouts.ts'

/** Options of a vendor's LM; every setting of `LMConfig` is a default that a request overrides. */
export interface VendorOptions extends LMConfig {
  /** Read from the environment when left out. */
  apiKey?: string
  baseURL?: string
  /** Sent with every request. */
  headers?: Record<string, string>
  timeouts?: Partial<Timeouts>
  /** Replaces the built-in `fetch`, to go through a proxy for example. */
  fetch?: typeof fetch
  /** What tokens cost here, for a server the catalog has no price of, or another one. */
  price?: PriceOption
  /** Where keys and base URLs are looked up; `process.env` by default. */
  env?: Environment
}

/** `VendorOptions` with every default filled in. */
export interface ResolvedVendorOptions {
  apiKey: string | undefined
  baseURL: string | undefined
  headers: Readonly<Record<string, string>>
  timeouts: Timeouts
  fetch: typeof fetch | undefined
  price: PriceOption | undefined
  env: Environment
  config: LMConfig
}

/** Fills in the defaults; throws `OptionError` for a timeout that is not a positive number and a price below 0. */
export function resolveVendorOptions(
  options: VendorOptions,
  local: boolean,
): ResolvedVendorOptions {
  const { apiKey, baseURL, headers = {}, timeouts = {}, fetch, price, env = process.env } = options
  if (price) checkPrice(price)
  const {
    apiKey: _,
    baseURL: _1,
    headers: _2,
    timeouts: _3,
    fetch: _4,
    env: _5,
    price: _6,
    ...config
  } = options
  return {
    apiKey: apiKey?.trim() || undefined,
    baseURL: baseURL?.trim() || undefined,
    headers,
    timeouts: resolveTimeouts(timeouts, local),
    fetch,
    price,
    env,
    config,
  }
}
