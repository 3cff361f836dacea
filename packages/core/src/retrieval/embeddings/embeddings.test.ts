import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Module } from '../../module/module.ts'
import { context } from '../../settings/context.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { letterModel } from '../__fixtures__/letter-model.ts'
import { Embedder } from '../embedder/embedder.ts'
import { Embeddings } from './embeddings.ts'

const corpus = ['aaa', 'bbb', 'abab', 'ccc']

function retriever(model = letterModel(), k = 2): Embeddings {
  return new Embeddings({ corpus, embedder: new Embedder(model), k })
}

test('a search gives passages with their places and cosines, the best first', async () => {
  const search = retriever()
  const { passages, indices, scores } = await search({ query: 'a' })
  expect({ passages, indices }).toEqual({ passages: ['aaa', 'abab'], indices: [0, 2] })
  expect(scores[0]).toBeCloseTo(1)
  expect(scores[1]).toBeCloseTo(Math.SQRT1_2)
  expect((await search({ query: 'c', k: 1 })).passages).toEqual(['ccc'])
  expect((await search({ query: 'c', k: 99 })).passages).toHaveLength(4)
})

test('without normalization scores are dot products', async () => {
  const embedder = new Embedder(letterModel())
  const search = new Embeddings({ corpus, embedder, normalize: false, k: 1 })
  expect((await search({ query: 'aa' })).scores).toEqual([6])
})

test('a passage may be a record, of which a text is searched', async () => {
  const records = [
    { title: 'first', body: 'aa' },
    { title: 'second', body: 'bb' },
  ]
  const embedder = new Embedder(letterModel())
  const search = new Embeddings({ corpus: records, embedder, textOf: ({ body }) => body })
  expect((await search({ query: 'b' })).passages[0]?.title).toBe('second')
})

test('the corpus is embedded once, at the first search, however many come at a time', async () => {
  const model = letterModel('abcdefgh', 5)
  const search = retriever(model)
  expect(model.asked).toEqual([])
  await Promise.all([search({ query: 'a' }), search({ query: 'b' }), search.ready()])
  expect(model.asked.filter((texts) => texts.length === corpus.length)).toHaveLength(1)
})

test('it is embedded at the next search when that failed', async () => {
  const model = letterModel()
  const { embed } = model
  model.embed = async () => Promise.reject(new Error('down'))
  const search = retriever(model)
  await expect(search({ query: 'a' })).rejects.toThrow('down')
  model.embed = embed
  expect((await search({ query: 'a' })).passages[0]).toBe('aaa')
})

test('a caller who leaves while it is embedded leaves it to the others', async () => {
  const model = letterModel('abcdefgh', 30)
  const search = retriever(model)
  const leaving = search({ query: 'a' }, { signal: AbortSignal.timeout(5) })
  const staying = search({ query: 'a' })
  await expect(leaving).rejects.toBeInstanceOf(AbortError)
  expect((await staying).passages[0]).toBe('aaa')
  expect(model.asked[0]).toEqual(corpus)
  expect(model.asked.filter((texts) => texts.length === corpus.length)).toHaveLength(1)
})

test('a caller who leaves alone ends the embedding', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const embedder = new Embedder((_texts, { signal }) => {
    signals.push(signal)
    return new Promise(() => {})
  })
  const search = new Embeddings({ corpus, embedder })
  const leaving = search({ query: 'a' }, { signal: AbortSignal.timeout(5) })
  await expect(leaving).rejects.toBeInstanceOf(AbortError)
  expect(signals[0]?.aborted).toBe(true)
})

test('many queries are embedded in one request', async () => {
  const model = letterModel()
  const search = await retriever(model, 1).ready()
  const found = await search.searchAll(['a', 'b', 'c'])
  expect(found.map(({ passages }) => passages[0])).toEqual(['aaa', 'bbb', 'ccc'])
  expect(model.asked).toHaveLength(2)
})

test('passages can be added and taken out', async () => {
  const search = retriever()
  expect(await search.add(['aab', 'b'])).toEqual([4, 5])
  expect((await search({ query: 'b', k: 2 })).indices).toEqual([1, 5])
  await search.remove([1])
  expect((await search({ query: 'b', k: 1 })).indices).toEqual([4])
  expect(search.size).toBe(5)
})

test('an empty corpus finds nothing until something is added', async () => {
  const model = letterModel()
  const search = new Embeddings({ corpus: [] as string[], embedder: new Embedder(model) })
  expect(await search({ query: 'a' })).toEqual({ passages: [], indices: [], scores: [] })
  expect(model.asked).toEqual([])
  await search.add(['a'])
  expect((await search({ query: 'a' })).passages).toEqual(['a'])
})

test('ten thousand passages can be added one by one', async () => {
  const embedder = new Embedder((texts) => texts.map((text) => [Number(text), 1]), { cache: false })
  const search = new Embeddings({ corpus: [] as string[], embedder, normalize: false, k: 1 })
  for (let at = 0; at < 10_000; at += 1) await search.add([String(at)])
  expect((await search({ query: '1' })).indices).toEqual([9999])
})

test('a vector of another length than those of the corpus names the text', async () => {
  let dimensions = 2
  const embedder = new Embedder((texts) => texts.map(() => new Array<number>(dimensions).fill(1)))
  const search = await new Embeddings({ corpus, embedder }).ready()
  dimensions = 3
  await expect(search({ query: 'what?' })).rejects.toMatchObject({
    reason: 'dimensions',
    text: 'what?',
  })
})

test.for([0, -1, 1.5, Number.NaN])('a `k` of %d is refused', async (k) => {
  const embedder = new Embedder(letterModel())
  expect(() => new Embeddings({ corpus, embedder, k })).toThrow(OptionError)
  await expect(retriever()({ query: 'a', k })).rejects.toThrow('`k`')
})

class Finder extends Module<{ question: string }, { first: string }> {
  search = retriever()
  override async forward({ question }: { question: string }): Promise<{ first: string }> {
    const { passages } = await this.search({ query: question })
    return { first: passages[0] ?? '' }
  }
}

test('it is a part of programs: usage, callbacks and the signal of the call reach it', async () => {
  const finder = new Finder()
  const started: object[] = []
  const callbacks = [
    { onModuleStart: ({ instance }: { instance: object }) => started.push(instance) },
  ]
  const { result, usage } = await trackUsage(() =>
    context({ callbacks }, () => finder({ question: 'b' })),
  )
  expect(result.first).toBe('bbb')
  expect(started).toEqual([finder, finder.search])
  expect(usage.byModel['test/letters']).toMatchObject({ calls: 2, inputTokens: 10 })
  expect(result.$meta).toMatchObject({ costUSD: 2.5, usage: { inputTokens: 10, outputTokens: 0 } })
  const aborted = finder({ question: 'b' }, { signal: AbortSignal.abort() })
  await expect(aborted).rejects.toBeInstanceOf(AbortError)
})

test('a copy of a program shares the corpus and does not embed it again', async () => {
  const finder = new Finder()
  await finder({ question: 'a' })
  const copy = finder.copy()
  expect(copy.search).not.toBe(finder.search)
  const { usage } = await trackUsage(() => copy({ question: 'a' }))
  expect([copy.search.size, usage.calls]).toEqual([4, 0])
  copy.search.k = 1
  expect(finder.search.k).toBe(2)
})

test('it has no predictors, so the state of a program is without the corpus', () => {
  const finder = new Finder()
  expect(finder.namedPredictors()).toEqual([])
  expect(JSON.stringify(finder.dumpState())).not.toContain('aaa')
  finder.loadState(finder.dumpState())
  expect(finder.search.size).toBe(4)
})
