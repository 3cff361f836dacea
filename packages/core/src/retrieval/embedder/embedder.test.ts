import { expect, test } from 'vitest'
import { EmbeddingError } from '../../errors/embedding-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { context } from '../../settings/context.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { letterCounts, letterModel } from '../__fixtures__/letter-model.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { Embedder } from './embedder.ts'

const vector = (text: string): Float32Array => Float32Array.from(letterCounts(text))
const giving = (embeddings: unknown): EmbeddingModel => ({
  model: 'test/odd',
  // What a server sends has any form.
  embed: async () => ({ embeddings: embeddings as number[][] }),
})

test('one text gives one vector, many give many in their order, also called like a function', async () => {
  const embedder = new Embedder(letterModel())
  expect(await embedder.embed('aab')).toEqual(vector('aab'))
  expect(await embedder.embed(['b', 'a'])).toEqual([vector('b'), vector('a')])
  expect(await embedder('cc')).toEqual(vector('cc'))
  expect(await embedder(['a'])).toEqual([vector('a')])
  expect(await embedder.embed([])).toEqual([])
  expect(embedder).toBeInstanceOf(Embedder)
})

test('many texts go out in batches, so many at a time, and come back in order', async () => {
  const model = letterModel('abcdefgh', 5)
  const texts = Array.from({ length: 25 }, (_, at) => 'a'.repeat(at))
  const embedder = new Embedder(model, { batchSize: 4, concurrency: 3 })
  expect(await embedder.embed(texts)).toEqual(texts.map(vector))
  expect(model.asked.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 1])
  expect(model.mostRunning).toBe(3)
})

test('a text that comes twice in a call is asked once, and each place has a vector of its own', async () => {
  const model = letterModel()
  const [first, , again] = await new Embedder(model).embed(['a', 'b', 'a'])
  expect(model.asked).toEqual([['a', 'b']])
  first?.fill(9)
  expect(again).toEqual(vector('a'))
})

test('a function can be the model, also one that answers at once', async () => {
  const seen: string[][] = []
  const embedder = new Embedder((texts) => {
    seen.push(texts)
    return texts.map((text) => [text.length])
  })
  expect(await embedder.embed(['abc', 'd'])).toEqual([Float32Array.of(3), Float32Array.of(1)])
  expect(seen).toEqual([['abc', 'd']])
  expect(embedder.model).toBe('function')
})

test.for([
  ['count', [[1]], 'expected 2 embeddings'],
  ['count', undefined, 'expected 2 embeddings'],
  ['dimensions', [[1, 2], [1]], 'the embedding of "second" has 1 numbers, and should have 2'],
  ['number', [[1], [Number.NaN]], 'the embedding of "second" must be finite numbers; it has NaN'],
  ['number', [[1], ['x']], 'the embedding of "second"'],
  ['number', [[1], [1e300]], 'the embedding of "second"'],
  ['number', [[1], [null]], 'it has null at 0'],
  ['number', [[], [1]], 'the embedding of "first" must be finite numbers; it has no numbers'],
  ['number', [[1], 'no list'], 'the embedding of "second"'],
] as const)(
  'an error of the kind %s names the model and the text',
  async ([reason, given, said]) => {
    const error: unknown = await new Embedder(giving(given))
      .embed(['first', 'second'])
      .catch((e) => e)
    expect(error).toBeInstanceOf(EmbeddingError)
    expect(error).toMatchObject({ reason, model: 'test/odd' })
    expect(String(error)).toContain(said)
  },
)

test('a vector that differs from those of other batches is found out', async () => {
  const model = {
    model: 'test/drift',
    embed: async (texts: readonly string[]) => {
      return { embeddings: texts.map((text) => letterCounts(text, text === 'c' ? 'abc' : 'ab')) }
    },
  }
  const error: unknown = await new Embedder(model, { batchSize: 1 })
    .embed(['a', 'b', 'c'])
    .catch((e) => e)
  expect(error).toMatchObject({ reason: 'dimensions', text: 'c' })
})

test('a model that tells its dimensions is held to them', async () => {
  const model = { ...letterModel('ab'), dimensions: 3 }
  await expect(new Embedder(model).embed('a')).rejects.toMatchObject({ reason: 'dimensions' })
})

test('usage stands under the name of the model, with its cost, beside that of LMs', async () => {
  const embedder = new Embedder(letterModel(), { batchSize: 2 })
  const { usage } = await trackUsage(() => embedder.embed(['a', 'b', 'c']))
  expect(usage).toMatchObject({ calls: 2, inputTokens: 6, outputTokens: 0, costUSD: 1.5 })
  expect(usage.byModel).toEqual({
    'test/letters': { calls: 2, inputTokens: 6, outputTokens: 0, costUSD: 1.5, unpricedCalls: 0 },
  })
})

test('what the cache holds is not counted, and a function, which tells nothing, is not either', async () => {
  const embedder = new Embedder(letterModel())
  await embedder.embed('a')
  expect((await trackUsage(() => embedder.embed('a'))).usage.calls).toBe(0)
  const own = new Embedder((texts) => texts.map(() => [1]))
  expect((await trackUsage(() => own.embed('a'))).usage).toMatchObject({
    calls: 0,
    unpricedCalls: 0,
  })
})

test('a reply that cannot be used is paid for all the same', async () => {
  const embedder = new Embedder({
    ...giving([]),
    embed: async () => ({ embeddings: [], costUSD: 2 }),
  })
  const run = (): Promise<unknown> => embedder.embed('a').catch(() => undefined)
  expect((await trackUsage(run)).usage.costUSD).toBe(2)
})

test('callbacks see each request with its texts and what came of it', async () => {
  const model = letterModel()
  const heard: unknown[] = []
  const callback = {
    onEmbeddingStart: ({ inputs, instance }: { inputs: unknown; instance: object }) => {
      heard.push(['start', inputs, instance === model])
    },
    onEmbeddingEnd: ({ outputs, error }: { outputs?: unknown; error?: unknown }) => {
      heard.push(['end', outputs === undefined ? error : 'a response'])
    },
  }
  await context({ callbacks: [callback] }, () => new Embedder(model).embed(['a', 'b']))
  expect(heard).toEqual([
    ['start', ['a', 'b'], true],
    ['end', 'a response'],
  ])
})

test.for([
  ['batchSize', { batchSize: 0 }],
  ['concurrency', { concurrency: 1.5 }],
  ['attempts', { retry: { attempts: 0 } }],
  ['name', { name: 'mine' }],
] as const)('the option %s is refused where it cannot be used', ([option, options]) => {
  expect(() => new Embedder(letterModel(), options)).toThrow(OptionError)
  expect(() => new Embedder(letterModel(), options)).toThrow(`\`${option}\``)
})

test('a name where a model is wanted, as in DSPy, is told what to write', () => {
  // @ts-expect-error: a name is no model
  expect(() => new Embedder('openai/text-embedding-3-small')).toThrow('embedding(name)')
})

test('what is no text is refused before anything is asked', async () => {
  const model = letterModel()
  // @ts-expect-error: a number is no text
  await expect(new Embedder(model).embed(['a', 3])).rejects.toThrow('the one at 1 is number')
  expect(model.asked).toEqual([])
})
