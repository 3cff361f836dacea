import { baseURLOf } from './base-url-of.ts'
import type { Vendor } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** Who is asked, and where; the address is empty as long as none is known. */
export function addressOf(vendor: Vendor, options: ResolvedVendorOptions): string {
  return `${vendor.provider} ${baseURLOf(vendor, options) ?? ''}`
}
