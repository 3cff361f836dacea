import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { StateError } from '../../errors/state-error.ts'
import { letterCounts, letterModel } from '../__fixtures__/letter-model.ts'
import { Embedder } from '../embedder/embedder.ts'
import { Embeddings } from '../embeddings/embeddings.ts'

// A line separator is no end of a line here.
const corpus = ['aab', 'b\nb', 'c\u2028c', 'déjà']
let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'))
  path = join(folder, 'corpus.index')
})
afterEach(() => rm(folder, { recursive: true }))

const embedder = (model = letterModel('abc')): Embedder => new Embedder(model)
const save = (): Promise<void> =>
  new Embeddings({ corpus, embedder: embedder(), k: 2 }).saveIndex(path)
const load = (by = embedder()): Promise<Embeddings> => Embeddings.loadIndex(path, { embedder: by })

/** The saved file with its header changed. */
async function withHeader(changes: object): Promise<void> {
  const bytes = await readFile(path)
  const end = bytes.indexOf('\n')
  const header = { ...JSON.parse(bytes.subarray(0, end).toString()), ...changes }
  await writeFile(path, Buffer.concat([Buffer.from(JSON.stringify(header)), bytes.subarray(end)]))
}

test('what was saved is found again without embedding it again', async () => {
  await save()
  const model = letterModel('abc')
  const loaded = await load(embedder(model))
  expect([loaded.k, loaded.size]).toEqual([2, 4])
  expect((await loaded({ query: 'c' })).passages[0]).toBe('c\u2028c')
  expect((await loaded({ query: 'b' })).passages[0]).toBe('b\nb')
  expect(model.asked).toEqual([['c'], ['b']])
  expect(await loaded.add(['ab'])).toEqual([4])
})

test('the file is a line of JSON, little-endian floats, and a line of JSON for each passage', async () => {
  await new Embeddings({ corpus: ['aab', 'c'], embedder: embedder(), normalize: false }).saveIndex(
    path,
  )
  const bytes = await readFile(path)
  const end = bytes.indexOf('\n')
  expect(JSON.parse(bytes.subarray(0, end).toString())).toEqual({
    format: 'ockham-embeddings',
    version: 1,
    model: 'test/letters',
    dimensions: 3,
    count: 2,
    normalize: false,
    k: 5,
  })
  const numbers = Array.from({ length: 6 }, (_, at) => bytes.readFloatLE(end + 1 + at * 4))
  expect(numbers).toEqual([...letterCounts('aab', 'abc'), ...letterCounts('c', 'abc')])
  expect(bytes.subarray(end + 1 + 24).toString()).toBe('"aab"\n"c"\n')
})

test('an index of many passages comes back number for number', async () => {
  const many = Array.from({ length: 5000 }, (_, at) => `${'ab'.repeat(at % 50)} ${at}`)
  const first = new Embeddings({ corpus: many, embedder: embedder(), k: 20 })
  await first.saveIndex(path)
  const second = await load()
  expect(await second({ query: 'aab' })).toEqual(await first({ query: 'aab' }))
})

test('records come back as their schema says', async () => {
  const notes = [{ id: 1, body: 'a' }]
  const textOf = ({ body }: { body: string }): string => body
  await new Embeddings({ corpus: notes, embedder: embedder(), textOf }).saveIndex(path)
  const passage = z.object({ id: z.number(), body: z.string() })
  const loaded = await Embeddings.loadIndex(path, { embedder: embedder(), passage, textOf, k: 1 })
  expect((await loaded({ query: 'a' })).passages).toEqual(notes)
  await expect(load()).rejects.toThrow('Passage 0')
  const wrong = z.object({ id: z.string(), body: z.string() })
  const refused = Embeddings.loadIndex(path, { embedder: embedder(), passage: wrong, textOf })
  await expect(refused).rejects.toBeInstanceOf(StateError)
})

test('an empty corpus can be saved', async () => {
  await new Embeddings({ corpus: [] as string[], embedder: embedder() }).saveIndex(path)
  expect((await load()).size).toBe(0)
})

test('the index of another model, or of other dimensions, is refused', async () => {
  await save()
  const other = embedder({ ...letterModel('abc'), model: 'test/other' })
  await expect(load(other)).rejects.toThrow('model: test/letters in the index, test/other here')
  const longer = embedder({ ...letterModel('abcd'), dimensions: 4 })
  await expect(load(longer)).rejects.toThrow('dimensions: 3 in the index, 4 here')
  await expect(load(longer)).rejects.toBeInstanceOf(StateError)
})

test('a query whose vector has another length is refused', async () => {
  await save()
  const loaded = await load(embedder(letterModel('abcd')))
  await expect(loaded({ query: 'a' })).rejects.toMatchObject({
    code: 'embedding',
    reason: 'dimensions',
  })
})

test('a later version, and a file that is no index, are refused', async () => {
  await save()
  await withHeader({ version: 2 })
  await expect(load()).rejects.toThrow('version 2')
  await writeFile(path, 'not an index')
  await expect(load()).rejects.toBeInstanceOf(StateError)
  await writeFile(path, '')
  await expect(load()).rejects.toThrow('is not an index')
})

test.for([
  ['dimensions', { dimensions: -1 }],
  ['count', { count: 'many' }],
  ['k', { k: 0 }],
  ['model', { model: null }],
  ['count', { count: 2 ** 50 }],
  ['count', { count: 3 }],
] as const)('a header with another %s is found out', async ([, changes]) => {
  await save()
  await withHeader(changes)
  await expect(load()).rejects.toBeInstanceOf(StateError)
})

test('a file that is cut off anywhere is refused', async () => {
  await save()
  const { size } = await stat(path)
  for (let length = size - 1; length >= 0; length -= 1) {
    await truncate(path, length)
    await expect(load()).rejects.toBeInstanceOf(StateError)
  }
})

test('numbers that are none are found out', async () => {
  await save()
  const bytes = await readFile(path)
  bytes.writeFloatLE(Number.NaN, bytes.indexOf('\n') + 1)
  await writeFile(path, bytes)
  await expect(load()).rejects.toThrow('no number')
})

test('a write that fails leaves the old file as it was, and nothing beside it', async () => {
  await save()
  const old = await readFile(path)
  const corpus = ['a', 'b'].map((body) => ({ body, self: {} }))
  for (const row of corpus) row.self = row
  const circular = new Embeddings({ corpus, embedder: embedder(), textOf: ({ body }) => body })
  await expect(circular.saveIndex(path)).rejects.toThrow()
  expect(await readFile(path)).toEqual(old)
  expect(await readdir(folder)).toEqual(['corpus.index'])
})
