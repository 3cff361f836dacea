import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { example } from '../../example/example.ts'
import { letterModel } from '../../retrieval/__fixtures__/letter-model.ts'
import { Embedder } from '../../retrieval/embedder/embedder.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { KNN } from './knn.ts'

const row = (input: string, output: string) => example({ input, output }, { inputs: ['input'] })
const trainset = [row('xyz', 'X'), row('xyy', 'Y'), row('xxx', 'Z'), row('yyyy', 'W')]
const embedder = (): Embedder => new Embedder(letterModel('xyz'))

test('the examples most alike come first, as they are', async () => {
  const knn = new KNN(2, trainset, embedder())
  const found = await knn({ input: 'xxx' })
  // Dot products: of 1, 1, 3 and 0 x.
  expect(found).toEqual([trainset[2], trainset[0]])
  expect(found[0]?.labels()).toEqual({ output: 'Z' })
})

test('vectors keep their length, as in DSPy', async () => {
  const knn = new KNN(1, [row('x', 'short'), row('xxxxyyyy', 'long')], embedder())
  expect((await knn({ input: 'x' }))[0]?.output).toBe('long')
})

test('inputs are embedded in the form of DSPy, in the order of the examples', async () => {
  const model = letterModel()
  const rows = [{ a: 'one', n: 3, ok: true, list: ['x', 2], label: 'L' }]
  const marked = rows.map((one) => example(one, { inputs: ['a', 'n', 'ok', 'list'] }))
  const knn = new KNN(1, marked, new Embedder(model))
  await knn({ list: [], ok: false, n: 1.5, a: 'two' })
  expect(model.asked).toEqual([
    ["a: one | n: 3 | ok: True | list: ['x', 2]"],
    ['a: two | n: 1.5 | ok: False | list: []'],
  ])
})

test('the trainset is embedded once, and usage is counted', async () => {
  const model = letterModel()
  const knn = new KNN(1, trainset, new Embedder(model))
  const { usage } = await trackUsage(() => Promise.all([knn({ input: 'x' }), knn({ input: 'y' })]))
  expect(model.asked.filter(({ length }) => length === 4)).toHaveLength(1)
  expect(usage.byModel['test/letters']?.inputTokens).toBe(12)
})

test('a trainset smaller than k is given whole, also one of a single example', async () => {
  expect(await new KNN(9, trainset, embedder())({ input: 'x' })).toHaveLength(4)
  expect(await new KNN(2, [row('x', 'X')], embedder())({ input: 'x' })).toHaveLength(1)
  expect(await new KNN(2, [] as typeof trainset, embedder())({ input: 'x' })).toEqual([])
})

test('a k that is no whole number from 1 is refused', () => {
  expect(() => new KNN(0, trainset, embedder())).toThrow(OptionError)
})

test('an abort ends it', async () => {
  const knn = new KNN(1, trainset, new Embedder(() => new Promise(() => {})))
  const call = knn({ input: 'x' }, { signal: AbortSignal.timeout(5) })
  await expect(call).rejects.toBeInstanceOf(AbortError)
})
