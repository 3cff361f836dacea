import { baseURLOf } from './base-url-of.ts'
import { keyOf } from './key-of.ts'
import type { Vendor } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

const shownDigits = 12

/** The account a vendor would bill: a name that two LMs share when they share address and key. */
export function accountOf(vendor: Vendor, options: ResolvedVendorOptions): string {
  const apiKey = keyOf(vendor, options) ?? ''
  const { createHash } = process.getBuiltinModule('node:crypto')
  const digest = createHash('sha256')
    .update(`${vendor.provider} ${baseURLOf(vendor, options)} ${apiKey}`)
    .digest('hex')
  return `${vendor.provider}#${digest.slice(0, shownDigits)}`
}
