import { modelKey } from '../catalog/name/model-key.ts'
import type { Priced } from '../catalog/priced.ts'
import type { Vendor } from './vendor.ts'

/** A vendor's model, as the catalog is asked for it. */
export function pricedOf(
  { provider, priceProvider: prices }: Pick<Vendor, 'provider' | 'priceProvider'>,
  model: string,
  { local, price }: Pick<Priced, 'local' | 'price'>,
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
