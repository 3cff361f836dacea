import { AbortError, Embedder, OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { embeddedEmbedding } from './embedded-embedding.ts'

async function similarity(a: string, b: string): Promise<number> {
  const [first, second] = await new Embedder(embeddedEmbedding()).embed([a, b])
  return first?.reduce((sum, value, at) => sum + value * (second?.[at] ?? 0), 0) ?? Number.NaN
}

test('the same text has the same vector, of length one, on every machine', async () => {
  const { embeddings } = await embeddedEmbedding({ dimensions: 4 }).embed(['refund, please'])
  const [vector] = embeddings
  const rounded = [...(vector ?? [])].map((value) => Math.round(value * 1e4) / 1e4 + 0)
  expect(rounded).toEqual([0, 0.9539, 0, 0.3002])
  expect(await similarity('refund', 'refund')).toBeCloseTo(1)
})

test('texts are alike by their words, the forms of a word, and pieces of it', async () => {
  const alike = await similarity('The delivery was late.', 'Late deliveries again')
  const pieces = await similarity('photosynthesis', 'photosynthetic')
  const other = await similarity('The delivery was late.', 'My invoice is wrong.')
  expect(alike).toBeGreaterThan(0.6)
  expect(pieces).toBeGreaterThan(0.03)
  expect(Math.abs(other)).toBeLessThan(0.2)
})

test('it knows no meaning: a synonym is another word', async () => {
  expect(Math.abs(await similarity('purchase', 'buy'))).toBeLessThan(0.1)
})

test('it costs nothing, counts its tokens, and tells its dimensions', async () => {
  const model = embeddedEmbedding({ dimensions: 64 })
  expect(model).toMatchObject({ model: 'embedded/ngrams', dimensions: 64 })
  expect(await model.embed(['12345678', ''])).toMatchObject({ inputTokens: 2, costUSD: 0 })
})

test('a text without words is a vector of zeros', async () => {
  const vector = await new Embedder(embeddedEmbedding({ dimensions: 3 })).embed(' … ')
  expect([...vector]).toEqual([0, 0, 0])
})

test('dimensions that are no whole number are refused, and a signal is heard', async () => {
  expect(() => embeddedEmbedding({ dimensions: 0 })).toThrow(OptionError)
  const call = embeddedEmbedding().embed(['a'], { signal: AbortSignal.abort() })
  await expect(call).rejects.toBeInstanceOf(AbortError)
})
