import { type CatalogEntry, hosts, makers } from './catalog-entries.ts'
import { catalogNames, isInCatalog } from './catalog-models.ts'
import type { ModelName } from './parse-model-name.ts'

/**
 * Who serves a model of this name: its maker where there is one, else the hosts that have it. More
 * than one means that the name alone does not tell.
 */
export function providersOf(name: string, isKnown: (provider: string) => boolean): ModelName[] {
  const known = ({ provider, serves }: CatalogEntry): boolean =>
    isKnown(provider) && (serves?.test(name) ?? true)
  const ours = makers.filter(known)
  const theirs = hosts.filter(known)
  const made = ours.flatMap((entry) => exactly(entry, name))
  if (made.length > 0) return made
  const likely = ours.flatMap((entry) => loosely(entry, name))
  // A host that spells out the very name knows better than a pattern of the maker.
  if (likely.length > 0 && !theirs.some((entry) => exactly(entry, name).length > 0)) return likely
  const hosted = theirs.flatMap((entry) => [...exactly(entry, name), ...byLastPart(entry, name)])
  return hosted.length > 0 ? hosted : theirs.flatMap((entry) => loosely(entry, name))
}

function exactly({ provider, catalog }: CatalogEntry, name: string): ModelName[] {
  const wanted = name.toLowerCase()
  const found = catalogNames(catalog).find((model) => model.toLowerCase() === wanted)
  return found === undefined ? [] : [{ provider, model: found }]
}

// `llama-3.1-8b` is `meta-llama/llama-3.1-8b` at some hosts.
function byLastPart({ provider, catalog }: CatalogEntry, name: string): ModelName[] {
  const end = `/${name.toLowerCase()}`
  const found = catalogNames(catalog).filter((model) => model.toLowerCase().endsWith(end))
  return found.map((model) => ({ provider, model }))
}

function loosely({ provider, catalog }: CatalogEntry, name: string): ModelName[] {
  return isInCatalog(catalog, name) ? [{ provider, model: name }] : []
}
