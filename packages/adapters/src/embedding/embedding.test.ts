import { Embedder, LMConfigurationError, trackUsage } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { overrideModel } from '../catalog/override/override-model.ts'
import {
  answerAsOllama,
  answerAsOpenAI,
  textsOf,
  vectorOf,
} from './__fixtures__/embedding-server.ts'
import { embedding } from './embedding.ts'
import { openaiCompatibleEmbedding } from './openai-compatible-embedding.ts'

const texts = ['one', 'three', 'seventeen']
const vectors = texts.map((text) => Float32Array.from(vectorOf(text)))

test('OpenAI is asked for base64, and its embeddings come in the order of the texts', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const env = { OPENAI_ORGANIZATION: 'org-1' }
  const model = embedding('openai/text-embedding-3-small', {
    baseURL: server.url,
    apiKey: 'key',
    env,
    dimensions: 2,
  })
  expect(await model.embed(texts)).toEqual({
    embeddings: vectors,
    inputTokens: 3000,
    costUSD: 0.00006,
  })
  expect(model).toMatchObject({ model: 'openai/text-embedding-3-small', dimensions: 2 })
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    path: '/embeddings',
    headers: { authorization: 'Bearer key', 'openai-organization': 'org-1' },
    body: {
      model: 'text-embedding-3-small',
      input: texts,
      encoding_format: 'base64',
      dimensions: 2,
    },
  })
})

test('an embedder sends its texts in batches, and usage has their tokens and their price', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const place = { baseURL: server.url, apiKey: 'key', encodingFormat: 'float' } as const
  const embedder = new Embedder(embedding('openai/text-embedding-3-small', place), { batchSize: 2 })
  const { result, usage } = await trackUsage(() => embedder.embed(texts))
  expect(result).toEqual(vectors)
  expect(server.requests.map(({ body }) => textsOf(body).length).sort()).toEqual([1, 2])
  expect(server.requests[0]?.body).toMatchObject({ encoding_format: 'float' })
  expect(usage.byModel['openai/text-embedding-3-small']).toMatchObject({
    calls: 2,
    inputTokens: 3000,
  })
  expect(usage.costUSD).toBeCloseTo(0.00006)
})

test('a server of the table is sent no field that it may not know', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const options = { baseURL: server.url, apiKey: 'key', extra: { input_type: 'query' } }
  const model = embedding('mistral/mistral-embed', options)
  expect(await model.embed(['a'])).toMatchObject({ costUSD: 0.0001 })
  expect(server.requests[0]?.body).toEqual({
    model: 'mistral-embed',
    input: ['a'],
    input_type: 'query',
  })
})

test('any other server is reached by its address, without a key, at the price it is given', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const at = { baseURL: `${server.url}/v1`, model: 'bge-m3' }
  const model = openaiCompatibleEmbedding(at)
  expect(model.model).toBe('openai-compatible/bge-m3')
  expect(await model.embed(texts)).toMatchObject({ embeddings: vectors, costUSD: null })
  expect(server.requests[0]).toMatchObject({ path: '/v1/embeddings' })
  expect(server.requests[0]?.headers.authorization).toBeUndefined()
  const priced = openaiCompatibleEmbedding({ ...at, price: { input: 2 } })
  expect((await priced.embed(['a'])).costUSD).toBe(0.002)
  const local = openaiCompatibleEmbedding({ ...at, local: true, provider: 'lab' })
  expect([local.model, (await local.embed(['a'])).costUSD]).toEqual(['lab/bge-m3', 0])
})

test('Ollama is asked at /api/embed, also where the address ends in /v1, and costs nothing', async () => {
  await using server = await scriptedServer(answerAsOllama)
  const model = embedding('ollama/nomic-embed-text', {
    baseURL: `${server.url}/v1`,
    env: {},
    dimensions: 2,
  })
  expect(await model.embed(texts)).toEqual({ embeddings: vectors, inputTokens: 7, costUSD: 0 })
  expect(server.requests[0]).toMatchObject({
    path: '/api/embed',
    body: { model: 'nomic-embed-text', input: texts, dimensions: 2 },
  })
})

test('Azure has the deployment in the path, with a dated version, and the key in its own header', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const options = { baseURL: server.url, apiKey: 'key', apiVersion: '2024-10-21', env: {} }
  expect((await embedding('azure/my-embedder', options).embed(texts)).embeddings).toEqual(vectors)
  expect(server.requests[0]).toMatchObject({
    path: '/openai/deployments/my-embedder/embeddings?api-version=2024-10-21',
    headers: { 'api-key': 'key' },
  })
})

test('tokens that a server does not count are estimated', async () => {
  await using server = await scriptedServer((response) => {
    response.end('{"data":[{"embedding":[1,2]}],"usage":{"prompt_tokens":0}}')
  })
  const model = openaiCompatibleEmbedding({ baseURL: server.url, model: 'm' })
  const { inputTokens = 0 } = await model.embed(['some words of a text'])
  expect(inputTokens).toBeGreaterThan(3)
  expect(inputTokens).toBeLessThan(10)
})

test('a price that is overridden holds', async () => {
  await using server = await scriptedServer(answerAsOpenAI)
  const undo = overrideModel('openai/text-embedding-3-large', { price: null })
  const model = embedding('openai/text-embedding-3-large', { baseURL: server.url, apiKey: 'key' })
  expect((await model.embed(['a'])).costUSD).toBeNull()
  undo()
  expect((await model.embed(['a'])).costUSD).toBe(0.00013)
})

test('the fingerprint has all that changes an embedding, and no key', () => {
  const model = embedding('openai/m', { apiKey: 'key', dimensions: 8, baseURL: 'http://x.test' })
  expect(model.fingerprint?.()).toEqual({
    address: 'http://x.test',
    model: 'm',
    dimensions: 8,
    extra: {},
  })
})

test('no text asks nothing', async () => {
  expect(await embedding('openai/m', { env: {} }).embed([])).toEqual({
    embeddings: [],
    inputTokens: 0,
    costUSD: 0,
  })
})

test.for(['anthropic/claude', 'text-embedding-3-small', 'nobody/m', 'embedded/small', ''])(
  'the name "%s" is told what to write',
  (name) => {
    expect(() => embedding(name)).toThrow(LMConfigurationError)
    expect(() => embedding(name)).toThrow(/provider\/model|embedded\/ngrams/)
  },
)

test('a missing key is named', async () => {
  const error = await caught(embedding('openai/m', { env: {} }).embed(['a']))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('OPENAI_API_KEY')
})

test.for([
  ['dimensions', { dimensions: 0 }],
  ['timeoutMs', { timeoutMs: 0 }],
  ['price', { price: { input: -1 } }],
] as const)('the option %s is refused where it cannot be used', ([option, options]) => {
  expect(() => embedding('openai/m', options)).toThrow(`\`${option}`)
})
