import { firstSet } from '../internal/environment.ts'
import type { Vendor } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** Where a vendor will be asked; empty as long as no address is known. */
export function addressOf(vendor: Vendor, { baseURL, env }: ResolvedVendorOptions): string {
  return baseURL ?? firstSet(env, vendor.baseURLNames) ?? vendor.baseURL ?? ''
}
