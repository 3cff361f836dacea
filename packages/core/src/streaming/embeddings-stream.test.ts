import { expect, test } from 'vitest'
import { Module } from '../module/module.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { letterModel } from '../retrieval/__fixtures__/letter-model.ts'
import { Embedder } from '../retrieval/embedder/embedder.ts'
import { Embeddings } from '../retrieval/embeddings/embeddings.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { streamify } from './streamify.ts'

class RAG extends Module<{ question: string }, { answer: string }> {
  retrieve = new Embeddings({ corpus: ['aa', 'bb'], embedder: new Embedder(letterModel()), k: 1 })
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const { passages } = await this.retrieve({ query: question })
    return this.respond({ question, passages })
  }
}

test('a program that retrieves first streams its answer, and tells of the search when asked to', async () => {
  const lm = new MockLM({ reasoning: 'It is said there.', answer: 'It is b.' })
  const moduleStart = ({ instance }: { instance: object }): string | undefined =>
    instance instanceof Embeddings ? 'searching' : undefined
  const stream = streamify(new RAG(), { statusMessages: { moduleStart } })(
    { question: 'b' },
    { lm },
  )
  const told: string[] = []
  let answer = ''
  for await (const event of stream) {
    told.push(event.type)
    if (event.type === 'field' && event.field === 'answer') answer += event.delta
  }
  const prediction = await stream.prediction
  expect(answer).toBe(prediction.answer)
  expect(told[0]).toBe('status')
  expect(JSON.stringify(lm.requests[0]?.messages)).toContain('bb')
  expect(prediction.$meta).toMatchObject({ model: 'mock/mock', attempts: 3 })
})

test('a retriever by itself streams what it found', async () => {
  const { retrieve } = new RAG()
  const events: unknown[] = []
  for await (const event of streamify(retrieve)({ query: 'a' })) events.push(event)
  expect(events).toMatchObject([{ type: 'prediction', prediction: { passages: ['aa'] } }])
})

test('leaving the stream early ends the embedding', async () => {
  let ended: AbortSignal | undefined
  const embedder = new Embedder((_texts, { signal }) => {
    ended = signal
    return new Promise(() => {})
  })
  const search = new Embeddings({ corpus: ['a'], embedder })
  const statusMessages = { moduleStart: () => 'searching' }
  for await (const _ of streamify(search, { statusMessages })({ query: 'a' })) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    break
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(ended?.aborted).toBe(true)
})
