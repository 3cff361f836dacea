import { calcPrice } from '@pydantic/genai-prices'
import { expect, test } from 'vitest'
import { priced } from './__fixtures__/priced.ts'
import { costUSD } from './cost-usd.ts'
import { readFacts } from './facts/read-facts.ts'
import { snapshot } from './facts/snapshot.ts'
import { rateAt } from './price/rate-at.ts'
import { listModels } from './query/list-models.ts'

const at = new Date('2026-11-20T03:00:00Z')
const rows = [...snapshot()].flatMap(([provider, models]) =>
  [...models.values()].map(({ name, row }) => ({ name: `${provider}/${name}`, row })),
)

test('every row of the snapshot can be read, and has limits that can be', () => {
  expect(rows.length).toBeGreaterThan(500)
  for (const { name, row } of rows) {
    const { contextTokens = 1, maxOutputTokens = 1, tierFactors, rates, endsOn } = readFacts(row)
    const numbers = [contextTokens, maxOutputTokens, ...Object.values(tierFactors)]
    numbers.push(...(rates ? [rateAt(rates.input, 1e7), rateAt(rates.output, 0)] : []))
    expect(numbers.filter((number) => !(number > 0))).toEqual([])
    expect(endsOn ?? '2026-01-01', name).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(row, name).toMatch(/^[^\s]+( [^\s]+)*$/)
  }
})

test('every price is the one that the installed price list works out; if not, run `pnpm facts`', () => {
  const tokens = { inputTokens: 250_000, outputTokens: 3000, cachedInputTokens: 9000 }
  const usage = { input_tokens: 250_000, output_tokens: 3000, cache_read_tokens: 9000 }
  const writes = { cacheWriteTokens: 800, longCacheWriteTokens: 300 }
  const more = { ...tokens, ...writes, reasoningTokens: 1200 }
  const moreUsage = {
    ...usage,
    cache_write_tokens: 800,
    cache_write_1h_tokens: 300,
    output_reasoning_tokens: 1200,
  }
  let compared = 0
  for (const { name } of [...rows, ...listModels({ provider: 'openrouter' })]) {
    const { key } = priced(name)
    const providerId = key.provider.prices
    const asked = providerId && calcPrice(usage, key.model, { providerId, timestamp: at })
    if (!asked) continue
    const cost = costUSD(priced(name), tokens, at)
    if (cost === null) continue
    compared += 1
    expect(cost, name).toBeCloseTo(asked.total_price, 9)
    const all = calcPrice(moreUsage, key.model, { providerId, timestamp: at })
    expect(costUSD(priced(name), more, at), name).toBeCloseTo(all?.total_price ?? Number.NaN, 9)
  }
  expect(compared).toBeGreaterThan(800)
})

test('no listed model is dearer from the cache than without it', () => {
  for (const { name, price } of listModels()) {
    if (price) expect(price.cachedInput, name).toBeLessThanOrEqual(price.input)
  }
})
