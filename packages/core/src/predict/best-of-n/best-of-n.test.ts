import { expect, test, vi } from 'vitest'
import { LMNotConfiguredError } from '../../errors/lm-not-configured-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { MetricError } from '../../errors/metric-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Module } from '../../module/module.ts'
import { traced } from '../../settings/traced.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { answering } from '../rollouts/__fixtures__/answering.ts'
import { BestOfN } from './best-of-n.ts'

const question = { question: 'why?' }

const qa = () => new Predict('question -> answer')
const length = (_: object, { answer }: { answer: string }): number => answer.length

test('the prediction with the highest reward wins, the first of equals', async () => {
  const best = new BestOfN(qa(), { n: 4, rewardFn: length, threshold: 10 })
  const prediction = await best(question, { lm: answering(['a', 'bbb', 'ccc', 'dd']) })
  expect(prediction).toEqual({ answer: 'bbb' })
})

test('a prediction that reaches the threshold ends the search', async () => {
  const lm = answering(['a', 'bbb', 'cccc'])
  const best = new BestOfN(qa(), { n: 3, rewardFn: length, threshold: 3 })
  expect((await best(question, { lm })).answer).toBe('bbb')
  expect(lm.requests).toHaveLength(2)
})

test('a reward may be a promise or a boolean, and sees the inputs', async () => {
  const rewardFn = vi.fn(async (_: object, { answer }: { answer: string }) => answer === 'b')
  const best = new BestOfN(qa(), { n: 3, rewardFn, threshold: 1 })
  expect((await best(question, { lm: answering(['a', 'b', 'c']) })).answer).toBe('b')
  expect(rewardFn.mock.calls.map(([inputs]) => inputs)).toEqual([question, question])
})

test('each rollout has an id of its own and temperature 1', async () => {
  const lm = answering(['a', 'b', 'c'])
  await new BestOfN(qa(), { n: 3, rewardFn: length, threshold: 9 })(question, { lm })
  expect(lm.requests.map(({ config }) => config)).toEqual([
    { rolloutId: 0, temperature: 1 },
    { rolloutId: 1, temperature: 1 },
    { rolloutId: 2, temperature: 1 },
  ])
})

test('ids start at that of the call, and a temperature that is set stays', async () => {
  const own = new BestOfN(new Predict('question -> answer', { temperature: 0.3 }), {
    n: 2,
    rewardFn: length,
    threshold: 9,
  })
  const lm = answering(['a', 'b', 'c', 'd'])
  await own(question, { lm, rolloutId: 7 })
  await own(question, { lm, temperature: 0.5 })
  const configs = lm.requests.map(({ config }) => [config?.rolloutId, config?.temperature])
  expect(configs).toEqual([
    [7, 0.3],
    [8, 0.3],
    [0, 0.5],
    [1, 0.5],
  ])
})

test('failing rollouts are passed over', async () => {
  const lm = answering([new LMServerError('down'), 'b', new LMServerError('down')])
  const best = new BestOfN(qa(), { n: 3, rewardFn: length, threshold: 9 })
  expect((await best(question, { lm })).answer).toBe('b')
})

test('more failures than failCount throw the last error at once', async () => {
  const lm = answering(['a', new LMServerError('one'), new LMServerError('two'), 'dddd'])
  const best = new BestOfN(qa(), { n: 4, rewardFn: length, threshold: 9, failCount: 1 })
  await expect(best(question, { lm })).rejects.toThrow('two')
  expect(lm.requests).toHaveLength(3)
})

test('when every rollout fails the last error is thrown', async () => {
  const lm = answering([new LMServerError('one'), new LMServerError('two')])
  const best = new BestOfN(qa(), { n: 2, rewardFn: length, threshold: 9 })
  await expect(best(question, { lm })).rejects.toThrow('two')
})

test('a reward that is no number is a failure', async () => {
  const best = new BestOfN(qa(), { n: 2, rewardFn: () => Number.NaN, threshold: 1 })
  await expect(best(question, { lm: answering(['a', 'b']) })).rejects.toThrow(MetricError)
})

test('without a usable LM there is one attempt only', async () => {
  const attempts = vi.fn()
  class Counted extends Module<{ question: string }, { answer: string }> {
    predict = qa()
    override forward(inputs: { question: string }) {
      attempts()
      return this.predict(inputs)
    }
  }
  const best = new BestOfN(new Counted(), { n: 5, rewardFn: length, threshold: 1 })
  await expect(best(question)).rejects.toThrow(LMNotConfiguredError)
  expect(attempts).toHaveBeenCalledOnce()
})

test('usage counts every rollout, failed ones and the judge included', async () => {
  const lm = new MockLM(
    (request) => {
      const { rolloutId } = request.config ?? {}
      return writeReply({ answer: 'x'.repeat(rolloutId ?? 0), score: 0 }, request.messages)
    },
    { costUSD: 1 },
  )
  const judge = new Predict('answer -> score: float')
  const rewardFn = async (_: object, { answer }: { answer: string }) => {
    const { score } = await judge({ answer })
    if (answer === '') throw new Error('empty')
    return score
  }
  const best = new BestOfN(qa(), { n: 3, rewardFn, threshold: 1 })
  const { result, usage } = await trackUsage(() => best(question, { lm }))
  expect(result.$meta).toMatchObject({ attempts: 6, costUSD: 6 })
  expect(usage).toMatchObject({ calls: 6, costUSD: 6 })
  expect(lm.requests.filter(({ config }) => config?.rolloutId === undefined)).toHaveLength(3)
})

test('a trace has the steps of the winner only, by the predictors of the program', async () => {
  const judge = new Predict('answer -> score: float')
  const lm = new MockLM((request) => {
    const answer = String(request.config?.rolloutId)
    return writeReply({ reasoning: 'r', answer, score: 0.5 }, request.messages)
  })
  const rewardFn = async (_: object, { answer }: { answer: string }) => {
    await judge({ answer })
    return answer === '1' ? 0.9 : 0.1
  }
  const best = new BestOfN(new ChainOfThought('question -> answer'), {
    n: 3,
    rewardFn,
    threshold: 1,
  })
  const { trace } = await traced(() => best(question, { lm }))
  expect(trace).toEqual([
    {
      predictor: best.module.predict,
      inputs: question,
      outputs: { reasoning: 'r', answer: '1' },
    },
  ])
  expect(trace[0]?.predictor).toBe(best.predictors()[0])
})

test('its state is that of the module inside, under DSPy’s name, and copies are apart', () => {
  const options = { n: 2, rewardFn: length, threshold: 1 }
  const best = new BestOfN(new ChainOfThought('question -> answer'), options)
  best.module.predict.demos = [{ question: 'q', answer: 'a' }]
  expect(Object.keys(best.dumpState().predictors)).toEqual(['module.predict'])
  expect(Object.keys(best.dumpState({ format: 'dspy' }))).toEqual(['module.predict', 'metadata'])
  for (const state of [best.dumpState(), best.dumpState({ format: 'dspy' })]) {
    const loaded = new BestOfN(new ChainOfThought('question -> answer'), options)
    loaded.loadState(state)
    expect(loaded.module.predict.demos).toEqual(best.module.predict.demos)
  }
  const copy = best.copy()
  copy.module.predict.demos = []
  copy.n = 5
  expect([best.module.predict.demos.length, best.n]).toEqual([1, 2])
})

test.each([
  [{ n: 0 }, 'n'],
  [{ threshold: Number.NaN }, 'threshold'],
  [{ failCount: -1 }, 'failCount'],
  [{ concurrency: 0 }, 'concurrency'],
])('%j is refused by name', (wrong, option) => {
  const options = { n: 2, rewardFn: length, threshold: 1, ...wrong }
  expect(() => new BestOfN(qa(), options)).toThrow(OptionError)
  expect(() => new BestOfN(qa(), options)).toThrow(`\`${option}\``)
})
