import { readFacts } from '../facts/read-facts.ts'
import { snapshot } from '../facts/snapshot.ts'
import { findModel } from '../find-model.ts'
import type { ModelInfo } from '../model-info.ts'
import { catalogProviderOf } from '../name/catalog-provider-of.ts'
import { catalogProviders } from '../name/catalog-providers.ts'
import { nameVariants } from '../name/name-variants.ts'
import { overrides } from '../override/overrides.ts'
import { listedNames } from '../price/listed-names.ts'

const embeddedTiers = ['embedded/nano', 'embedded/small', 'embedded/large']

/**
 * The models the catalog can name, of one provider or of all, by provider and name: chat models that
 * their provider has not switched off, without dated names for the same, and those of `overrideModel`. What a local server runs is not
 * known, and the embedded models are listed when `embedded` is asked for.
 */
export function listModels({ provider }: { provider?: string } = {}): ModelInfo[] {
  const wanted =
    provider === undefined ? undefined : (catalogProviderOf(provider)?.name ?? provider)
  const providers = catalogProviders.map(({ name }) => name)
  const names = providers.filter((name) => name === (wanted ?? name)).flatMap(namesOf)
  const own = [...overrides.keys()].filter((name) => name.startsWith(`${wanted ?? ''}/`) || !wanted)
  const embedded = wanted === 'embedded' ? embeddedTiers : []
  return [...new Set([...names, ...embedded, ...own])]
    .map(findModel)
    .filter((info) => info !== undefined)
}

function namesOf(provider: string): string[] {
  const rows = snapshot().get(provider)
  const today = new Date().toISOString().slice(0, 10)
  // The price list also holds what is long gone, so it is asked only where the snapshot has nothing.
  const names = rows
    ? [...rows.values()].filter(
        ({ name, row }) =>
          (readFacts(row).endsOn ?? today) >= today &&
          !nameVariants(name)
            .slice(1)
            .some((variant) => rows.get(variant)?.row === row),
      )
    : listedNames(catalogProviderOf(provider)?.prices).map((name) => ({ name }))
  return names.map(({ name }) => `${provider}/${name}`)
}
