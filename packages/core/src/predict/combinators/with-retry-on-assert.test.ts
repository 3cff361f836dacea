import assert from 'node:assert/strict'
import { expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { AssertionError } from '../../errors/assertion-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Module } from '../../module/module.ts'
import { traced } from '../../settings/traced.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { answering } from '../rollouts/__fixtures__/answering.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { withRetryOnAssert } from './with-retry-on-assert.ts'

const question = { question: 'why?' }
const asked = (lm: MockLM): string[] =>
  lm.requests.map(({ messages }) => String(messages.at(-1)?.content))
const short = (_: object, { answer }: { answer: string }) =>
  answer.length < 4 || `${answer} is too long.`

test('a prediction that passes is returned', async () => {
  const lm = answering(['yes'])
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  expect(await program(question, { lm })).toEqual({ answer: 'yes' })
  expect(lm.requests).toHaveLength(1)
})

test('the module is asked again with its past output and all that was wrong', async () => {
  const lm = answering(['because', 'no idea', 'yes'])
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  expect(await program(question, { lm })).toEqual({ answer: 'yes' })
  const [first, second, third] = asked(lm)
  expect(first).not.toContain('past_answer')
  expect(second).toContain(
    'past_answer ## ]]\nbecause\n\n[[ ## feedback ## ]]\nbecause is too long.\n',
  )
  expect(third).toContain(
    'past_answer ## ]]\nno idea\n\n[[ ## feedback ## ]]\nbecause is too long.\nno idea is too long.\n',
  )
})

test.each([
  ['false', () => false, 'does not pass'],
  ['a text', () => 'wrong', 'wrong'],
  ['a promise of a text', async () => 'wrong', 'wrong'],
  ['Node’s assert', () => assert.equal(1, 2, 'not two'), 'not two'],
  ['our error', () => Promise.reject(new AssertionError('bad')), 'bad'],
])('a check says what is wrong by %s', async (_, check, message) => {
  const lm = answering(['a', 'b'])
  const program = withRetryOnAssert(new Predict('question -> answer'), {
    check: check as () => boolean,
    maxRetries: 1,
  })
  const error = await program(question, { lm }).catch((thrown: unknown) => thrown)
  if (!AssertionError.is(error)) throw error
  expect(error.message).toContain(message)
  expect(error).toMatchObject({ prediction: { answer: 'b' }, attempts: 2 })
  expect(asked(lm)[1]).toContain(`${message}`)
})

test.each([
  ['true', true],
  ['nothing', undefined],
  ['an empty text', ''],
])('a check that gives %s passes', async (_, result) => {
  const lm = answering(['a'])
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: () => result })
  expect(await program(question, { lm })).toEqual({ answer: 'a' })
})

test('in the mode `suggest` the last prediction is returned', async () => {
  const lm = answering(['because', 'never ever', 'who knows'])
  const program = withRetryOnAssert(new Predict('question -> answer'), {
    check: short,
    mode: 'suggest',
  })
  expect(await program(question, { lm })).toEqual({ answer: 'who knows' })
  expect(lm.requests).toHaveLength(3)
})

test('a fault of the check or of the LM is thrown as it is', async () => {
  const check = () => {
    throw new TypeError('a bug')
  }
  const faulty = withRetryOnAssert(new Predict('question -> answer'), { check })
  await expect(faulty(question, { lm: answering(['a']) })).rejects.toThrow(TypeError)
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  const lm = answering([new LMServerError('down'), 'yes'])
  await expect(program(question, { lm })).rejects.toThrow(LMServerError)
})

class RAG extends Module<{ question: string }, { answer: string; sure: boolean }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, query -> answer, sure: bool')
  override async forward({ question: text }: { question: string }) {
    const { query } = await this.plan({ question: text })
    return this.respond({ question: text, query })
  }
}
const ragLM = () => new MockLM({ query: 'q', reasoning: 'r', answer: 'a', sure: false })

test('of several predictors the one that ran last hears of it, or the target', async () => {
  const [last, plan] = [ragLM(), ragLM()]
  const options = { check: () => 'wrong', maxRetries: 1, mode: 'suggest' } as const
  await withRetryOnAssert(new RAG(), options)(question, { lm: last })
  expect(asked(last).map((text) => text.includes('feedback'))).toEqual([false, false, false, true])
  expect(asked(last)[3]).toContain(
    'past_reasoning ## ]]\nr\n\n[[ ## past_answer ## ]]\na\n\n[[ ## past_sure ## ]]\nFalse',
  )
  expect(last.requests[3]?.messages[0]?.content).toContain(
    '`past_sure` (bool): your earlier `sure`',
  )
  await withRetryOnAssert(new RAG(), { ...options, target: 'plan' })(question, { lm: plan })
  expect(asked(plan)[2]).toContain('past_query ## ]]\nq\n\n[[ ## feedback ## ]]\nwrong')
  expect(asked(plan)[3]).not.toContain('feedback')
})

test('usage counts every attempt; a trace has the steps of the last, with their own inputs', async () => {
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  const lm = answering(['because', 'yes'])
  const { result, usage } = await trackUsage(() => traced(() => program(question, { lm })))
  expect(usage.calls).toBe(2)
  expect(result.trace).toEqual([
    { predictor: program.module, inputs: question, outputs: { answer: 'yes' } },
  ])
})

test('a stream takes back what did not pass', async () => {
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  const lm = answering(['because', 'yes'], { chunkCharacters: 3 })
  const events = await collect(streamify(program)(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toHaveLength(1)
  expect(shown(events)).toEqual({ 'module/answer': 'yes' })
})

test('an abort ends it, in the module and in the check', async () => {
  const hanging = new MockLM(() => new Promise(() => undefined))
  const options = () => ({ signal: AbortSignal.timeout(10) })
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: short })
  await expect(program(question, { lm: hanging, ...options() })).rejects.toThrow(AbortError)
  const check = vi.fn(() => new Promise<boolean>(() => undefined))
  const slow = withRetryOnAssert(new Predict('question -> answer'), { check })
  await expect(slow(question, { lm: answering(['a']), ...options() })).rejects.toThrow(AbortError)
  expect(check).toHaveBeenCalledOnce()
})

test('leaving a stream ends it', async () => {
  const program = withRetryOnAssert(new Predict('question -> answer'), { check: () => false })
  const stream = streamify(program)(question, { lm: answering(['a', 'b', 'c']) })
  for await (const event of stream) if (event.type === 'field') break
  await expect(stream.prediction).rejects.toThrow(AbortError)
})

test('one instance serves many calls at once', async () => {
  const program = withRetryOnAssert(new Predict('question -> answer'), {
    check: ({ question: text }, { answer }) => answer === `${text}!` || `not ${text}!`,
  })
  const lm = new MockLM(async ({ messages }) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    const text = String(messages.at(-1)?.content)
    const answer = /not (.*!)/.exec(text)?.[1] ?? 'what?'
    return writeReply({ answer }, messages)
  })
  const texts = Array.from({ length: 20 }, (_, index) => `question ${index}`)
  const answers = await Promise.all(texts.map((text) => program({ question: text }, { lm })))
  expect(answers.map(({ answer }) => answer)).toEqual(texts.map((text) => `${text}!`))
})

test('its state is that of the module inside, and copies are apart', () => {
  const program = withRetryOnAssert(new RAG(), { check: () => true })
  program.module.plan.demos = [{ question: 'q', query: 'x' }]
  expect(Object.keys(program.dumpState().predictors)).toEqual([
    'module.plan',
    'module.respond.predict',
  ])
  const loaded = withRetryOnAssert(new RAG(), { check: () => true })
  loaded.loadState(program.dumpState({ format: 'dspy' }))
  expect(loaded.dumpState()).toEqual(program.dumpState())
  const copy = program.copy()
  copy.module.plan.demos = []
  expect(program.module.plan.demos).toHaveLength(1)
})

test.each([
  [{ maxRetries: -1 }, 'maxRetries'],
  [{ mode: 'demand' as 'assert' }, 'mode'],
  [{ target: 'plan' }, 'target'],
])('%j is refused by name', (wrong, option) => {
  const make = () =>
    withRetryOnAssert(new Predict('question -> answer'), { check: () => true, ...wrong })
  expect(make).toThrow(OptionError)
  expect(make).toThrow(`\`${option}\``)
})
