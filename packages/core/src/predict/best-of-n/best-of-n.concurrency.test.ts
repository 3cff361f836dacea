import { expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { Module } from '../../module/module.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { Predict } from '../predict.ts'
import { answering } from '../rollouts/__fixtures__/answering.ts'
import { BestOfN } from './best-of-n.ts'

const question = { question: 'why?' }

const qa = () => new Predict('question -> answer')
const length = (_: object, { answer }: { answer: string }): number => answer.length

test('with concurrency the rollouts that are not needed any more are aborted', async () => {
  const ended: unknown[] = []
  class Slow extends Module<{ question: string }, { answer: string }> {
    predict = qa()
    override async forward(inputs: { question: string }) {
      return this.predict(inputs).finally(() => ended.push('ended'))
    }
  }
  const lm = new MockLM(async (request) => {
    const id = request.config?.rolloutId ?? 0
    if (id !== 1) await new Promise(() => undefined)
    return writeReply({ answer: 'good' }, request.messages)
  })
  const best = new BestOfN(new Slow(), { n: 5, rewardFn: length, threshold: 4, concurrency: 3 })
  expect((await best(question, { lm })).answer).toBe('good')
  await vi.waitFor(() => expect(ended).toHaveLength(3))
  expect(lm.requests).toHaveLength(3)
  expect(lm.requests.map(({ signal }) => signal?.aborted)).toEqual([true, true, true])
})

test('with concurrency the earliest of equals wins, however late it comes', async () => {
  const lm = new MockLM(async (request) => {
    const id = request.config?.rolloutId ?? 0
    await new Promise((resolve) => setTimeout(resolve, 30 - 10 * id))
    return writeReply({ answer: String(id) }, request.messages)
  })
  const best = new BestOfN(qa(), { n: 3, rewardFn: () => 0.5, threshold: 1, concurrency: 3 })
  expect((await best(question, { lm })).answer).toBe('0')
})

test.each([1, 2])('an abort ends it at once, with %i at a time', async (concurrency) => {
  const controller = new AbortController()
  const lm = new MockLM(() => new Promise(() => undefined))
  const best = new BestOfN(qa(), { n: 9, rewardFn: length, threshold: 1, concurrency })
  setTimeout(() => controller.abort(), 10)
  const call = best(question, { lm, signal: controller.signal })
  await expect(call).rejects.toThrow(AbortError)
  expect(lm.requests).toHaveLength(concurrency)
})

test('an abort does not wait for a reward that is slow', async () => {
  const controller = new AbortController()
  const rewardFn = () => {
    setTimeout(() => controller.abort(), 10)
    return new Promise<number>(() => undefined)
  }
  const best = new BestOfN(qa(), { n: 2, rewardFn, threshold: 1 })
  const call = best(question, { lm: answering(['a', 'b']), signal: controller.signal })
  await expect(call).rejects.toThrow(AbortError)
})

test('one instance serves many calls at once', async () => {
  const best = new BestOfN(new Predict('question -> answer'), {
    n: 3,
    rewardFn: ({ question: asked }, { answer }) => answer === `${asked}1`,
    threshold: 1,
  })
  const lm = new MockLM(async (request) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    const asked = /question-\d+/.exec(JSON.stringify(request.messages))?.[0]
    return writeReply({ answer: `${asked}${request.config?.rolloutId}` }, request.messages)
  })
  const asked = Array.from({ length: 20 }, (_, index) => `question-${index}`)
  const answers = await Promise.all(asked.map((text) => best({ question: text }, { lm })))
  expect(answers.map(({ answer }) => answer)).toEqual(asked.map((text) => `${text}1`))
})

test('rollouts in rollouts: the inner ones start at the id of the outer', async () => {
  const inner = new BestOfN(qa(), { n: 2, rewardFn: length, threshold: 9 })
  const outer = new BestOfN(inner, { n: 2, rewardFn: length, threshold: 9 })
  const lm = answering(['a', 'b', 'c', 'dd'])
  expect((await outer(question, { lm })).answer).toBe('dd')
  expect(lm.requests.map(({ config }) => config?.rolloutId)).toEqual([0, 1, 1, 2])
})
