import type { LMConfig } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import { resolveTimeouts, type Timeouts } from '../timing/timeouts.ts'

/** Options of a vendor's LM; every setting of `LMConfig` is a default that a request overrides. */
export interface VendorOptions extends LMConfig {
  /**
   * Read from the environment when left out; `os.environ/NAME` and `${NAME}` name a variable to read
   * at the first call.
   */
  apiKey?: string
  /** As `apiKey`. */
  baseURL?: string
  /** Sent with every request. */
  headers?: Record<string, string>
  timeouts?: Partial<Timeouts>
  /** Replaces the built-in `fetch`, to go through a proxy for example. */
  fetch?: typeof fetch
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
  env: Environment
  config: LMConfig
}

/** Fills in the defaults; throws `OptionError` for a timeout that is not a positive number. */
export function resolveVendorOptions(
  options: VendorOptions,
  local: boolean,
): ResolvedVendorOptions {
  const { apiKey, baseURL, headers = {}, timeouts = {}, fetch, env = process.env } = options
  const {
    apiKey: _,
    baseURL: _1,
    headers: _2,
    timeouts: _3,
    fetch: _4,
    env: _5,
    ...config
  } = options
  return {
    apiKey: apiKey?.trim() || undefined,
    baseURL: baseURL?.trim() || undefined,
    headers,
    timeouts: resolveTimeouts(timeouts, local),
    fetch,
    env,
    config,
  }
}
