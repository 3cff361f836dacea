import { firstSet } from '../internal/environment.ts'
import { lateValue } from './late-value.ts'
import type { VendorAddress } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** The base URL from the option, else from the environment as it is by now, else the vendor's own. */
export function baseURLOf(
  vendor: VendorAddress,
  options: ResolvedVendorOptions,
): string | undefined {
  const { baseURL, env } = options
  if (baseURL !== undefined) return lateValue(baseURL, env)
  return firstSet(env, vendor.baseURLNames) ?? vendor.baseURL
}
