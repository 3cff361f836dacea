import { ChainOfThought, Module, Predict, streamify } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, expectTypeOf, test } from 'vitest'

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}

test('a program streams its fields, and its prediction comes last', async () => {
  const rag = new RAG()
  rag.setLM(new MockLM({ query: 'rain', reasoning: 'Clouds.', answer: 'Because it is wet.' }))
  let answer = ''
  const stream = streamify(rag)({ question: '…' })
  for await (const event of stream) {
    if (
      event.type === 'field' &&
      event.predictor === 'respond.predict' &&
      event.field === 'answer'
    ) {
      answer += event.delta
    }
    if (event.type === 'prediction') expectTypeOf(event.prediction.answer).toEqualTypeOf<string>()
  }
  const prediction = await stream.prediction
  expect(answer).toBe(prediction.answer)
  expect(answer).toBe('Because it is wet.')
})
