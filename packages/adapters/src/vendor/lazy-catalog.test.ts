import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'

const { cache } = createRequire(import.meta.url)
const loaded = (part: string): boolean => Object.keys(cache).some((path) => path.includes(part))

test('making an LM loads no catalog, its cost the snapshot, and only what that does not know the price list', () => {
  const model = lm('openai/gpt-4o-mini')
  expect([loaded('model-facts.json'), loaded('genai-prices')]).toEqual([false, false])
  expect(model.capabilities?.vision).toBe(true)
  expect(model.capabilities).toBe(model.capabilities)
  expect([loaded('model-facts.json'), loaded('genai-prices')]).toEqual([true, false])
  expect(model.maxCostUSD?.(hello)).toBeGreaterThan(0)
  expect(loaded('genai-prices')).toBe(false)
  expect(lm('openai/nobody-knows-it').maxCostUSD?.(hello)).toBeNull()
  expect(loaded('genai-prices')).toBe(true)
})
