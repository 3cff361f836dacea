import type { LM, LMRequest, LMResponse } from '@ockham/core'
import { costUSD } from '../../catalog/cost-usd.ts'
import { maxCostUSD } from '../../catalog/max-cost-usd.ts'
import { type ModelKey, modelKey } from '../../catalog/name/model-key.ts'
import type { PriceOption } from '../../catalog/price/price-option.ts'

/**
 * The LM, with bounds and costs by a price of one's own where it tells none: a budget could count nothing
 * otherwise.
 */
export function atPrice(lm: LM, price: PriceOption): LM {
  const { model } = lm
  const key: ModelKey = modelKey(model) ?? { name: model, provider: { name: model }, model }
  const priced = { key, local: false, price }

  function billed(response: LMResponse): LMResponse {
    const isTold = response.costUSD !== undefined && response.costUSD !== null
    return isTold ? response : { ...response, costUSD: costUSD(priced, response.usage) }
  }

  const bound = ({ messages, config = {} }: LMRequest): number | null => {
    const maxTokens = config.maxTokens ?? lm.capabilities?.maxOutputTokens
    return maxCostUSD(priced, messages, {
      ...config,
      ...(maxTokens !== undefined && { maxTokens }),
    })
  }

  return {
    model,
    ...(lm.local !== undefined && { local: lm.local }),
    get account() {
      return lm.account
    },
    get capabilities() {
      return lm.capabilities
    },
    generate: async (request) => billed(await lm.generate(request)),
    async *stream(request) {
      for await (const event of lm.stream(request)) {
        yield event.type === 'finish' ? { ...event, response: billed(event.response) } : event
      }
    },
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? bound(request),
  }
}
