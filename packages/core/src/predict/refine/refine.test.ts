import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import { Module } from '../../module/module.ts'
import { Image } from '../../schema/special/image.ts'
import { configure } from '../../settings/configure.ts'
import { traced } from '../../settings/traced.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { signature } from '../../signature/define-signature.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { Refine } from './refine.ts'

const question = { question: 'why?' }
const textOf = ({ messages }: LMRequest): string => String(messages.at(-1)?.content)
const isAdvice = (request: LMRequest): boolean => textOf(request).includes('reward_value')
const hintOf = (request: LMRequest): string | undefined =>
  /\[\[ ## hint_ ## \]\]\n(.*)/.exec(textOf(request))?.[1]

/** An LM that advises, and answers as it was advised. */
function advised(advice: (call: number) => Record<string, string> | Error): MockLM {
  let calls = 0
  return new MockLM((request) => {
    if (!isAdvice(request)) {
      const answer = hintOf(request) ?? 'nothing'
      return writeReply({ query: 'q', reasoning: 'r', answer }, request.messages)
    }
    const given = advice(calls++)
    if (given instanceof Error) throw given
    return writeReply({ discussion: 'so', advice: JSON.stringify(given) }, request.messages)
  })
}

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, query -> answer')
  override async forward({ question: asked }: { question: string }) {
    const { query } = await this.plan({ question: asked })
    return this.respond({ question: asked, query })
  }
}

const rewardFn = (_: object, { answer }: { answer: string }): number => (answer === 'good' ? 1 : 0)
const options = { n: 3, rewardFn, threshold: 1 }

test('each predictor gets its advice as an input `hint_` of the next run', async () => {
  const lm = advised(() => ({ 'respond.predict': 'good' }))
  const refine = new Refine(new RAG(), options)
  expect((await refine(question, { lm })).answer).toBe('good')
  expect(lm.requests.map(hintOf)).toEqual([undefined, undefined, undefined, 'N/A', 'good'])
  expect(String(lm.requests[4]?.messages[0]?.content)).toContain('`hint_` (str): advice')
})

test('the program stays as it is', async () => {
  const refine = new Refine(new RAG(), options)
  const before = refine.dumpState()
  await refine(question, { lm: advised(() => ({ plan: 'x' })) })
  expect(refine.dumpState()).toEqual(before)
})

test('the adviser is told of the predictors, their steps, the result and the reward', async () => {
  const lm = advised(() => ({}))
  const refine = new Refine(new RAG(), { ...options, n: 2, rewardDescription: 'must be good' })
  await refine(question, { lm })
  const told = textOf(lm.requests.find(isAdvice) ?? { messages: [] })
  expect(told).toContain('Module respond.predict\nInput fields:\n  1. `question` (str):')
  expect(told).toContain(
    'Instructions:\n  Given the fields `question`, produce the fields `query`.',
  )
  expect(told).toContain('"module_name": "plan",\n    "inputs": {\n      "question": "why?"')
  expect(told).toContain(
    '## program_outputs ## ]]\n{\n  "reasoning": "r",\n  "answer": "nothing"\n}',
  )
  expect(told).toContain('## reward_description ## ]]\nmust be good')
  expect(told).toContain('## target_threshold ## ]]\n1.0')
  expect(told).toContain('## reward_value ## ]]\n0.0')
  expect(told).toContain('## module_names ## ]]\n["plan", "respond.predict"]')
})

test('there is no advice after the last run, nor after one that is good enough', async () => {
  const lm = advised(() => ({ self: 'bad' }))
  await new Refine(new Predict('question -> answer'), { ...options, n: 2 })(question, { lm })
  expect(lm.requests.filter(isAdvice)).toHaveLength(1)
  const good = advised(() => ({ self: 'good' }))
  await new Refine(new Predict('question -> answer'), options)(question, { lm: good })
  expect(good.requests.filter(isAdvice)).toHaveLength(1)
})

test('advice that cannot be had costs no run, and what was advised before still holds', async () => {
  const lm = advised((call) => (call === 1 ? new LMServerError('down') : { self: `try ${call}` }))
  const refine = new Refine(new Predict('question -> answer'), { ...options, n: 4, failCount: 0 })
  await refine(question, { lm })
  const runs = lm.requests.filter((request) => !isAdvice(request))
  expect(runs.map(hintOf)).toEqual([undefined, 'try 0', 'try 0', 'try 2'])
  expect(runs.map(({ config }) => config?.rolloutId)).toEqual([0, 1, 2, 3])
})

test('a run that fails is followed by another, without advice on it', async () => {
  let runs = 0
  const lm = new MockLM((request) => {
    runs += 1
    if (runs === 1) throw new LMServerError('down')
    return writeReply({ answer: 'good' }, request.messages)
  })
  const refine = new Refine(new Predict('question -> answer'), options)
  expect((await refine(question, { lm })).answer).toBe('good')
  expect(lm.requests.filter(isAdvice)).toHaveLength(0)
})

test('predictors with one and the same signature get each their own advice', async () => {
  const same = signature('text -> answer')
  class Twice extends Module<{ text: string }, { answer: string }> {
    first = new Predict(same)
    second = new Predict(same)
    override async forward({ text }: { text: string }) {
      const { answer } = await this.first({ text })
      return this.second({ text: answer })
    }
  }
  const lm = advised(() => ({ first: 'one', second: 'two' }))
  await new Refine(new Twice(), { ...options, n: 2 })({ text: 't' }, { lm })
  expect(lm.requests.map(hintOf).slice(-2)).toEqual(['one', 'two'])
})

test('a field `hint_` of the signature itself is left alone', async () => {
  const lm = new MockLM((request) =>
    writeReply({ answer: 'a', discussion: 'd', advice: '{"self": "x"}' }, request.messages),
  )
  const refine = new Refine(new Predict('question, hint_ -> answer'), { ...options, n: 2 })
  await refine({ ...question, hint_: 'mine' }, { lm })
  const last = textOf(lm.requests.at(-1) ?? { messages: [] })
  expect(last).toContain('[[ ## hint_ ## ]]\nmine\n\n[[ ## hint__ ## ]]\nx')
})

test('images do not go to the adviser as text', async () => {
  const lm = advised(() => ({}))
  const refine = new Refine(new Predict('picture: Image -> answer'), { ...options, n: 2 })
  const picture = Image.fromBytes(new Uint8Array(5000), 'image/png')
  await refine({ picture }, { lm })
  const told = textOf(lm.requests.find(isAdvice) ?? { messages: [] })
  expect(told).toContain('characters of data)')
  expect(told.length).toBeLessThan(3000)
})

test('the adviser is the given LM, that of the settings, or that of the program', async () => {
  const [own, other] = [advised(() => ({})), advised(() => ({}))]
  const refine = new Refine(new Predict('question -> answer'), { ...options, n: 2 })
  refine.setLM(own)
  await refine(question)
  expect(own.requests.filter(isAdvice)).toHaveLength(1)
  configure({ lm: other })
  await refine(question).finally(() => configure({ lm: undefined }))
  expect(other.requests.filter(isAdvice)).toHaveLength(1)
  refine.adviceLM = other
  await refine(question)
  expect([own.requests.length, other.requests.length]).toEqual([7, 2])
})

test('usage counts advice, and a trace has the winner’s own inputs, without hints', async () => {
  const lm = advised(() => ({ self: 'good' }))
  const refine = new Refine(new Predict('question -> answer'), options)
  const { result, usage } = await trackUsage(() => traced(() => refine(question, { lm })))
  expect(usage.calls).toBe(3)
  expect(result.result.$meta.attempts).toBe(3)
  expect(result.trace).toEqual([
    { predictor: refine.module, inputs: question, outputs: { answer: 'good' } },
  ])
})

test('an abort ends it while advice is being written', async () => {
  const controller = new AbortController()
  const lm = new MockLM((request) => {
    if (!isAdvice(request)) return writeReply({ answer: 'a' }, request.messages)
    setTimeout(() => controller.abort(), 10)
    return new Promise(() => undefined)
  })
  const refine = new Refine(new Predict('question -> answer'), options)
  await expect(refine(question, { lm, signal: controller.signal })).rejects.toThrow(AbortError)
})

test('its state is that of the module inside, under DSPy’s name, and copies are apart', () => {
  const refine = new Refine(new RAG(), options)
  refine.module.plan.demos = [{ question: 'q', query: 'x' }]
  expect(Object.keys(refine.dumpState().predictors)).toEqual([
    'module.plan',
    'module.respond.predict',
  ])
  for (const state of [refine.dumpState(), refine.dumpState({ format: 'dspy' })]) {
    const loaded = new Refine(new RAG(), options)
    loaded.loadState(state)
    expect(loaded.module.plan.demos).toEqual(refine.module.plan.demos)
  }
  const copy = refine.copy()
  copy.module.plan.demos = []
  expect(refine.module.plan.demos).toHaveLength(1)
})

test('an adviser that is no LM is refused', () => {
  const adviceLM = {} as MockLM
  expect(() => new Refine(new RAG(), { ...options, adviceLM })).toThrow(OptionError)
})
