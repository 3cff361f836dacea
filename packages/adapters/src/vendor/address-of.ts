import { firstSet } from '../internal/environment.ts'
import type { Vendor } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** Who is asked, and where; the address is empty as long as none is known. */
export function addressOf(vendor: Vendor, { baseURL, env }: ResolvedVendorOptions): string {
  return `${vendor.provider} ${baseURL ?? firstSet(env, vendor.baseURLNames) ?? vendor.baseURL ?? ''}`
}
