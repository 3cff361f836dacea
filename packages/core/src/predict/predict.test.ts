import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../errors/abort-error.ts'
import { AdapterParseError } from '../errors/adapter-parse-error.ts'
import { InputError } from '../errors/input-error.ts'
import { LMNotConfiguredError } from '../errors/lm-not-configured-error.ts'
import type { LM } from '../lm/lm.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { configure } from '../settings/configure.ts'
import { context } from '../settings/context.ts'
import { signature } from '../signature/define-signature.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { ChainOfThought } from './chain-of-thought.ts'
import { Predict } from './predict.ts'

const spec = "ticket -> category: 'billing' | 'technical', urgent: bool"
const ticket = { ticket: 'I was charged twice' }

beforeEach(() => configure({ lm: undefined, adapter: undefined }))

test('an instance is called like a function and gives typed fields', async () => {
  const classify = new Predict(spec)
  classify.lm = new MockLM({ category: 'billing', urgent: true })
  const prediction = await classify(ticket)
  expect(prediction).toEqual({ category: 'billing', urgent: true })
  expect(Object.keys(prediction)).toEqual(['category', 'urgent'])
})

test('a prediction tells how it came about, out of the way of its fields', async () => {
  const classify = new Predict(spec)
  classify.lm = new MockLM({ category: 'billing', urgent: true }, { costUSD: 0.25 })
  const { $meta } = await classify(ticket)
  expect($meta).toMatchObject({ model: 'mock/mock', costUSD: 0.25, cached: false, attempts: 1 })
  expect($meta.usage.inputTokens).toBeGreaterThan(0)
  expect($meta.completions).toEqual([{ category: 'billing', urgent: true }])
})

test('the LM is that of the call, then of the predictor, then of the context, then of configure', async () => {
  const named = (category: string, model: string) =>
    new MockLM({ category, urgent: false }, { model })
  const [call, own, scoped, global] = ['call', 'own', 'scoped', 'global'].map((model) =>
    named('billing', model),
  )
  const classify = new Predict(spec)
  const model = async (): Promise<string> => (await classify(ticket)).$meta.model
  configure({ lm: global })
  expect(await model()).toBe('global')
  expect(await context({ lm: scoped }, model)).toBe('scoped')
  classify.lm = own
  expect(await context({ lm: scoped }, model)).toBe('own')
  expect((await classify(ticket, { lm: call ?? new MockLM([]) })).$meta.model).toBe('call')
})

test('without an LM the error says what to write', async () => {
  const error = await new Predict(spec)(ticket).catch((caught: unknown) => caught)
  expect(LMNotConfiguredError.is(error)).toBe(true)
  expect(String(error)).toContain('configure({ lm: lm(')
})

test('missing and unknown inputs are named before any call', async () => {
  const lm = new MockLM({ category: 'billing', urgent: true })
  const wrong: { ticket: string } = JSON.parse('{"tiket": "x"}')
  const error = await new Predict(spec)(wrong, { lm }).catch((caught: unknown) => caught)
  expect(InputError.is(error) && [error.missing, error.unexpected]).toEqual([['ticket'], ['tiket']])
  expect(lm.requests).toHaveLength(0)
})

test('a reply that cannot be read is asked for once more, as JSON', async () => {
  const lm = new MockLM(['I cannot tell.', '{"category": "technical", "urgent": false}'], {
    capabilities: { jsonSchema: true },
  })
  const prediction = await new Predict(spec)(ticket, { lm })
  expect(prediction).toEqual({ category: 'technical', urgent: false })
  expect(prediction.$meta.attempts).toBe(2)
  expect(lm.requests[1]?.config?.responseFormat).toMatchObject({
    type: 'json_schema',
    schema: { required: ['category', 'urgent'], additionalProperties: false },
  })
})

test('a second reply that cannot be read is an error that names the field and shows the reply', async () => {
  const lm = new MockLM(['No.', 'Still no.'])
  const error = await new Predict(spec)(ticket, { lm }).catch((caught: unknown) => caught)
  expect(AdapterParseError.is(error) && error.field).toBe('category')
  expect(String(error)).toContain('Still no.')
  expect(lm.requests).toHaveLength(2)
})

test('an empty reply is asked for again without an empty message', async () => {
  const lm = new MockLM(['', '{"answer": "yes"}'])
  expect(await new Predict('question -> answer')({ question: 'q' }, { lm })).toEqual({
    answer: 'yes',
  })
  const roles = lm.requests[1]?.messages.map(({ role }) => role)
  expect(roles).toEqual(['system', 'user', 'user'])
})

test('nothing but an unreadable reply leads to a second call', async () => {
  let calls = 0
  const broken: LM = {
    model: 'test/broken',
    async generate() {
      calls += 1
      throw new TypeError('a bug')
    },
    async *stream() {},
  }
  await expect(new Predict('q -> a')({ q: 'x' }, { lm: broken })).rejects.toThrow(TypeError)
  expect(calls).toBe(1)
})

test('a reply that was cut off is not asked for again', async () => {
  let calls = 0
  const lm = {
    model: 'cut/off',
    async generate() {
      calls += 1
      const usage = { inputTokens: 1, outputTokens: 1 }
      return {
        model: 'cut/off',
        outputs: [{ text: '[[ ## cat', finishReason: 'length' as const }],
        usage,
      }
    },
    async *stream() {},
  }
  await expect(new Predict(spec)(ticket, { lm })).rejects.toThrow(AdapterParseError)
  expect(calls).toBe(1)
})

test('settings of the call go before those of the predictor', async () => {
  const lm = new MockLM({ category: 'billing', urgent: true })
  const classify = new Predict(spec, { temperature: 0.2, maxTokens: 50 })
  await classify(ticket, { lm, temperature: 0.9 })
  expect(lm.requests[0]?.config).toEqual({ temperature: 0.9, maxTokens: 50 })
})

test('several completions are asked for with some temperature and all are kept', async () => {
  const lm = new MockLM({ category: 'billing', urgent: true })
  const { $meta } = await new Predict(spec)(ticket, { lm, n: 3 })
  expect($meta.completions).toHaveLength(3)
  expect(lm.requests[0]?.config).toEqual({ n: 3, temperature: 0.7 })
})

test('an aborted signal ends the call before the LM is asked', async () => {
  const lm = new MockLM({ category: 'billing', urgent: true })
  const signal = AbortSignal.abort('enough')
  const error = await new Predict(spec)(ticket, { lm, signal }).catch((caught: unknown) => caught)
  expect(AbortError.is(error) && error.cause).toBe('enough')
  expect(lm.requests).toHaveLength(0)
})

test('an abort ends a call at once, also where the LM does not listen', async () => {
  const controller = new AbortController()
  const deaf = new MockLM(() => new Promise<string>(() => undefined))
  const call = new Predict(spec)(ticket, { lm: deaf, signal: controller.signal })
  setTimeout(() => controller.abort(), 5)
  const startedAt = performance.now()
  await expect(call).rejects.toThrow(AbortError)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test('each prediction has a default of its own', async () => {
  const program = new Predict(
    signature({
      inputs: { q: z.string() },
      outputs: { tags: z.array(z.string()).default([]), b: z.string() },
    }),
  )
  program.lm = new MockLM({ b: 'x' })
  const first = await program({ q: '1' })
  first.tags.push('changed')
  expect((await program({ q: '2' })).tags).toEqual([])
})

test('demonstrations and another adapter shape the prompt', async () => {
  const lm = new MockLM({ category: 'billing', urgent: true })
  const classify = new Predict(spec)
  classify.demos = [{ ticket: 'App crashes', category: 'technical', urgent: false }]
  await classify(ticket, { lm, adapter: new JSONAdapter() })
  expect(lm.requests[0]?.messages.map(({ role }) => role)).toEqual([
    'system',
    'user',
    'assistant',
    'user',
  ])
  expect(lm.requests[0]?.messages[2]?.content).toBe(
    '{\n  "category": "technical",\n  "urgent": false\n}',
  )
})

test('ChainOfThought reasons first, and keeps the instructions', async () => {
  const lm = new MockLM({ reasoning: 'Two charges.', category: 'billing', urgent: true })
  const classify = new ChainOfThought(spec)
  const prediction = await classify(ticket, { lm })
  expect(prediction.reasoning).toBe('Two charges.')
  expect(Object.keys(prediction)).toEqual(['reasoning', 'category', 'urgent'])
  expect(classify.predict.signature.instructions).toBe(
    'Given the fields `ticket`, produce the fields `category`, `urgent`.',
  )
})
