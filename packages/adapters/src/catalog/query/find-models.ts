import { OptionError } from '@ockham/core'
import type { ModelInfo } from '../model-info.ts'
import { blendedPrice } from './blended-price.ts'
import { listModels } from './list-models.ts'
import type { ModelQuery } from './model-query.ts'

/**
 * The models that a query asks for, the cheapest first and those without a known price last. Throws
 * `OptionError` for a price or a number of tokens that is not a number.
 */
export function findModels(query: ModelQuery = {}): ModelInfo[] {
  const { maxPrice, local, provider, minContextTokens } = query
  for (const [name, value] of Object.entries({ maxPrice, minContextTokens })) {
    if (value !== undefined && !(value >= 0)) throw new OptionError(name, 'must be at least 0.')
  }
  const needed = [query.capability ?? []].flat()
  const listed = listModels(provider === undefined ? {} : { provider })
  const all = local === true ? [...listed, ...listModels({ provider: 'embedded' })] : listed
  return [...new Map(all.map((info) => [info.name, info])).values()]
    .filter(
      (info) =>
        needed.every((name) => info.capabilities[name] === true) &&
        (local === undefined || info.local === local) &&
        (maxPrice === undefined || sortPrice(info) <= maxPrice) &&
        (minContextTokens === undefined || (info.contextTokens ?? -1) >= minContextTokens),
    )
    .sort((a, b) => byNumber(sortPrice(a), sortPrice(b)) || (a.name < b.name ? -1 : 1))
}

function sortPrice({ price }: ModelInfo): number {
  return price ? blendedPrice(price) : Number.POSITIVE_INFINITY
}

// Infinity minus itself is no number.
function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b
}
