import { firstSet } from '../internal/environment.ts'
import { lateValue } from './late-value.ts'
import type { VendorAddress } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** The key from the option, else from the environment as it is by now. */
export function keyOf(vendor: VendorAddress, options: ResolvedVendorOptions): string | undefined {
  const { apiKey, env } = options
  return apiKey === undefined ? firstSet(env, vendor.keyNames) : lateValue(apiKey, env)
}
