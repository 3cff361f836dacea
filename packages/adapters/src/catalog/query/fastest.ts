import type { ModelInfo } from '../model-info.ts'
import { expectedMs } from '../speed/expected-ms.ts'
import { findModels } from './find-models.ts'
import type { ModelQuery } from './model-query.ts'

/**
 * The model that a query asks for whose reply of 300 tokens should be there first; of equals the
 * cheapest. A model whose calls this process has measured (`recordSpeed`) is judged by them, any
 * other by the guess of `speedOf`, so the answer is as good as what was measured.
 */
export function fastest(query: ModelQuery = {}): ModelInfo | undefined {
  const models = findModels(query).map((info) => ({ info, ms: expectedMs(info.name) }))
  return models.reduce<(typeof models)[number] | undefined>(
    (best, next) => (best && best.ms <= next.ms ? best : next),
    undefined,
  )?.info
}
