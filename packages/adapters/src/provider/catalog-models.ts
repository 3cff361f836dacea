import { createRequire } from 'node:module'
import type * as Catalog from '@pydantic/genai-prices'

let catalog: typeof Catalog | undefined
const namesById = new Map<string, readonly string[]>()

function load(): typeof Catalog {
  // `require` of this package gives the module its own type declarations describe.
  catalog ??= createRequire(import.meta.url)('@pydantic/genai-prices') as typeof Catalog
  return catalog
}

/** The names under which a provider serves its models, as far as the price catalog spells them out. */
export function catalogNames(provider: string): readonly string[] {
  const known = namesById.get(provider)
  if (known) return known
  const models = load().findProvider({ providerId: provider })?.models ?? []
  const names = models.flatMap(({ id, match }) => {
    const equal = equals(match)
    return equal.length === 0 ? [id] : equal.map((name) => (isSame(name, id) ? id : name))
  })
  namesById.set(provider, names)
  return names
}

/** Whether the catalog takes the name for one of the provider's models, dated ones for example. */
export function isInCatalog(provider: string, name: string): boolean {
  try {
    return load().calcPrice({ input_tokens: 1 }, name, { providerId: provider }) !== null
  } catch {
    return false
  }
}

function equals(match: Catalog.MatchLogic): string[] {
  if ('equals' in match) return [match.equals]
  return 'or' in match ? match.or.flatMap(equals) : []
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
