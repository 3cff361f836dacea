import { expect, test, vi } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { letterCounts, letterModel } from '../__fixtures__/letter-model.ts'
import { Embedder } from './embedder.ts'
import type { EmbeddingStore } from './embedding-store.ts'
import { memoryEmbeddingStore } from './memory-embedding-store.ts'

test('a text is asked once, and changing a vector does not change what is kept', async () => {
  const model = letterModel()
  const embedder = new Embedder(model)
  const first = await embedder.embed('ab')
  first.fill(7)
  const again = await embedder.embed('ab')
  again.fill(8)
  expect(await embedder.embed('ab')).toEqual(Float32Array.from(letterCounts('ab')))
  expect(model.asked).toEqual([['ab']])
})

test('only what is missing is asked for', async () => {
  const model = letterModel()
  const embedder = new Embedder(model)
  await embedder.embed(['a', 'b'])
  await embedder.embed(['c', 'b', 'd'])
  expect(model.asked).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('false keeps nothing', async () => {
  const model = letterModel()
  const embedder = new Embedder(model, { cache: false })
  await embedder.embed('a')
  await embedder.embed('a')
  expect(model.asked).toHaveLength(2)
})

test('a store is shared by embedders of one model, and by no others', async () => {
  const cache = memoryEmbeddingStore()
  const model = letterModel()
  const other = { ...letterModel(), model: 'test/other' }
  const shorter = { ...letterModel(), fingerprint: () => ({ dimensions: 2 }) }
  for (const each of [model, model, other, shorter]) await new Embedder(each, { cache }).embed('a')
  expect([model, other, shorter].map(({ asked }) => asked.length)).toEqual([1, 1, 1])
})

test('the memory store drops what was not used for longest when it is full', async () => {
  const model = letterModel()
  // Room for two vectors of eight numbers with their keys.
  const embedder = new Embedder(model, { cache: memoryEmbeddingStore({ maxBytes: 2 * (32 + 64) }) })
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await embedder.embed(text)
  expect(model.asked.flat()).toEqual(['a', 'b', 'c', 'b'])
  expect(() => memoryEmbeddingStore({ maxBytes: 0 })).toThrow(OptionError)
})

test('a store may be slow to answer, broken or hold what is no vector: that is a miss', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const stores: EmbeddingStore[] = [
    { get: () => Promise.reject(new Error('down')), set: () => Promise.reject(new Error('down')) },
    { get: () => new Promise(() => {}), set: () => undefined },
    // @ts-expect-error: what came out of a file can be anything
    { get: () => [1, 2], set: () => undefined },
  ]
  for (const cache of stores) {
    const vector = await new Embedder(letterModel(), { cache }).embed('a')
    expect(vector).toEqual(Float32Array.from(letterCounts('a')))
  }
  warning.mockRestore()
})

test('an asynchronous store keeps vectors too', async () => {
  const kept = new Map<string, Float32Array>()
  const cache: EmbeddingStore = {
    get: async (key) => kept.get(key),
    set: async (key, embedding) => void kept.set(key, embedding),
  }
  const model = letterModel()
  await new Embedder(model, { cache }).embed(['a', 'b'])
  await new Embedder(model, { cache }).embed(['b', 'a'])
  expect(model.asked).toHaveLength(1)
  expect(kept.size).toBe(2)
})

test('a function needs a name to share a store', async () => {
  const cache = memoryEmbeddingStore()
  const embed = (texts: string[]): number[][] => texts.map(() => [1])
  expect(() => new Embedder(embed, { cache })).toThrow('`name`')
  expect(new Embedder(embed, { cache, name: 'mine/one' }).model).toBe('mine/one')
})
