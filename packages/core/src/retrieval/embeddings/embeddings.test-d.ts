import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { letterModel } from '../__fixtures__/letter-model.ts'
import { Embedder } from '../embedder/embedder.ts'
import { Embeddings } from './embeddings.ts'

const embedder = new Embedder(letterModel())
const notes = [{ id: 1, body: 'a' }]

test('an embedder gives one vector for a text and a list for a list', () => {
  expectTypeOf(embedder.embed('a')).resolves.toEqualTypeOf<Float32Array>()
  expectTypeOf(embedder(['a'])).resolves.toEqualTypeOf<Float32Array[]>()
  // @ts-expect-error: only texts
  void embedder.embed(3)
})

test('passages keep their type', async () => {
  const texts = new Embeddings({ corpus: ['a', 'b'], embedder })
  expectTypeOf((await texts({ query: 'a' })).passages).toEqualTypeOf<string[]>()
  const records = new Embeddings({
    corpus: notes,
    embedder,
    textOf: (note) => {
      expectTypeOf(note).toEqualTypeOf<{ id: number; body: string }>()
      return note.body
    },
  })
  expectTypeOf((await records({ query: 'a', k: 1 })).passages[0]?.id).toEqualTypeOf<
    number | undefined
  >()
  // @ts-expect-error: the query is missing
  void records({ k: 1 })
  // @ts-expect-error: a text is no note
  void records.add(['a'])
})

test('of records the text must be told', () => {
  // @ts-expect-error: `textOf` is missing
  void new Embeddings({ corpus: notes, embedder })
})

test('a loaded index has texts, or what its schema says', () => {
  expectTypeOf(Embeddings.loadIndex('i', { embedder })).resolves.toEqualTypeOf<Embeddings<string>>()
  const passage = z.object({ id: z.number() })
  const loaded = Embeddings.loadIndex('i', { embedder, passage, textOf: ({ id }) => `${id}` })
  expectTypeOf(loaded).resolves.toEqualTypeOf<Embeddings<{ id: number }>>()
  // @ts-expect-error: of records the text must be told
  void Embeddings.loadIndex('i', { embedder, passage })
})
