import {
  ChainOfThought,
  configure,
  context,
  InputError,
  LMNotConfiguredError,
  Module,
  Predict,
  trackUsage,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, expect, expectTypeOf, test } from 'vitest'

const search = async (query: string): Promise<string[]> => [`found for ${query}`]

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: await search(query) })
  }
}

const replies = { query: 'rain', reasoning: 'Clouds.', answer: 'Because.' }

afterEach(() => configure({ lm: undefined }))

test('configure once, then call instances like functions', async () => {
  configure({ lm: new MockLM({ category: 'billing', urgent: true }) })
  const classify = new Predict("ticket -> category: 'billing' | 'technical', urgent: bool")
  const { category, urgent } = await classify({ ticket: 'I was charged twice' })
  expectTypeOf(category).toEqualTypeOf<'billing' | 'technical'>()
  expectTypeOf(urgent).toEqualTypeOf<boolean>()
  expect([category, urgent]).toEqual(['billing', true])
})

test('ChainOfThought adds its reasoning to the type and to the prediction', async () => {
  configure({ lm: new MockLM(replies) })
  const answer = await new ChainOfThought('question -> answer')({ question: '…' })
  expectTypeOf(answer.reasoning).toEqualTypeOf<string>()
  expect([answer.reasoning, answer.answer]).toEqual(['Clouds.', 'Because.'])
})

test('a program of parts finds, sets and overrides its LMs', async () => {
  const rag = new RAG()
  expect(rag.namedPredictors().map(([path]) => path)).toEqual(['plan', 'respond.predict'])
  expect(rag.namedPredictors()[0]?.[1]).toBe(rag.plan)
  rag.setLM(new MockLM(replies, { model: 'all' }))
  rag.plan.lm = new MockLM(replies, { model: 'plan' })
  const prediction = await rag(
    { question: 'Why does it rain?' },
    { signal: new AbortController().signal },
  )
  expectTypeOf(prediction.answer).toEqualTypeOf<string>()
  expect(prediction.answer).toBe('Because.')
  expect(prediction.$meta).toMatchObject({ model: 'all', attempts: 2, cached: false })
  expect(Object.keys(prediction)).not.toContain('$meta')

  const bare = new RAG()
  const scoped = await context({ lm: new MockLM(replies, { model: 'scoped' }) }, () =>
    bare({ question: '…' }),
  )
  expect(scoped.$meta.model).toBe('scoped')
})

test('demos, signature, lm and config are readable and assignable, and a copy is independent', () => {
  const classify = new Predict('text -> label')
  const copy = classify.copy()
  copy.demos = [{ text: 'a', label: 'b' }]
  copy.signature = copy.signature.withInstructions('Other.')
  copy.config = { temperature: 1 }
  copy.lm = new MockLM([])
  expect([classify.demos, classify.config, classify.lm]).toEqual([[], {}, undefined])
  expect(classify.signature.instructions).not.toBe('Other.')
})

test('usage is complete across everything that runs at once', async () => {
  const rag = new RAG()
  rag.setLM(new MockLM(replies, { costUSD: 0.001 }))
  const { result, usage } = await trackUsage(() =>
    Promise.all(Array.from({ length: 10 }, () => rag({ question: '…' }))),
  )
  expect(result).toHaveLength(10)
  expect(usage.calls).toBe(20)
  expect(usage.costUSD).toBeCloseTo(0.02)
  expect(usage.byModel['mock/mock']?.inputTokens).toBe(usage.inputTokens)
  expect(usage.outputTokens).toBeGreaterThan(0)
})

test('no LM, and inputs that do not fit, are errors that say what to do', async () => {
  await expect(new Predict('a -> b')({ a: 'x' })).rejects.toThrow(LMNotConfiguredError)
  configure({ lm: new MockLM({ b: 'x' }) })
  // @ts-expect-error the input is called `a`
  await expect(new Predict('a -> b')({ c: 'x' })).rejects.toThrow(InputError)
  // @ts-expect-error the input is missing
  await expect(new Predict('a -> b')({})).rejects.toThrow(InputError)
  // @ts-expect-error the input is a text
  const number: { a: string } = { a: 3 }
  expect(number.a).toBe(3)
})
