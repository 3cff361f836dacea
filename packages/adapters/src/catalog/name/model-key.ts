import { parseModelName } from '../../provider/parse-model-name.ts'
import type { CatalogProvider } from './catalog-provider.ts'
import { catalogProviderOf } from './catalog-provider-of.ts'

/** A model's place in the catalog. */
export interface ModelKey {
  /** `provider/model`, with our name of the provider. */
  readonly name: string
  /** A provider the catalog does not know has nothing but its name. */
  readonly provider: CatalogProvider
  readonly model: string
}

/** Undefined when the name is not `provider/model`. */
export function modelKey(name: string): ModelKey | undefined {
  const parsed = parseModelName(name)
  if (!parsed) return undefined
  const provider = catalogProviderOf(parsed.provider) ?? { name: parsed.provider }
  return { name: `${provider.name}/${parsed.model}`, provider, model: parsed.model }
}
