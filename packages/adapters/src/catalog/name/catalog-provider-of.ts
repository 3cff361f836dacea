import type { CatalogProvider } from './catalog-provider.ts'
import { catalogProviders } from './catalog-providers.ts'

const byName: ReadonlyMap<string, CatalogProvider> = new Map(
  catalogProviders.flatMap((provider) =>
    [provider.name, ...(provider.synonyms ?? [])].map((name) => [name, provider] as const),
  ),
)

/** The provider of a name or a synonym. */
export function catalogProviderOf(name: string): CatalogProvider | undefined {
  return byName.get(name.toLowerCase())
}
