import { modelKey } from '../catalog/name/model-key.ts'
import type { Priced } from '../catalog/priced.ts'
import type { Vendor } from './vendor.ts'
import type { ResolvedVendorOptions } from './vendor-options.ts'

/** A vendor's model, as the catalog is asked for it. */
export function pricedOf(
  { provider, priceProvider: prices, local }: Pick<Vendor, 'provider' | 'priceProvider' | 'local'>,
  model: string,
  { price }: Partial<Pick<ResolvedVendorOptions, 'price'>> = {},
): Priced {
  const key = modelKey(`${provider}/${model}`) ?? {
    name: `${provider}/${model}`,
    provider: { name: provider },
    model,
  }
  const isListed = key.provider.prices !== undefined || prices === undefined
  const own = isListed ? key : { ...key, provider: { ...key.provider, prices } }
  return { key: own, local, price }
}
