import type { ModelInfo } from '../model-info.ts'
import { findModels } from './find-models.ts'
import type { ModelQuery } from './model-query.ts'

/** The cheapest model that a query asks for; undefined when there is none with a known price. */
export function cheapest(query: ModelQuery = {}): ModelInfo | undefined {
  const [first] = findModels(query)
  return first?.price ? first : undefined
}
