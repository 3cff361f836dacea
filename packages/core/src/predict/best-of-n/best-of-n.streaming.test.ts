import { expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { Predict } from '../predict.ts'
import { answering } from '../rollouts/__fixtures__/answering.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { BestOfN } from './best-of-n.ts'

const question = { question: 'why?' }
const best = (options: { threshold?: number; concurrency?: number } = {}) =>
  new BestOfN(new Predict('question -> answer'), {
    n: 3,
    threshold: 9,
    rewardFn: (_, { answer }) => answer.length,
    ...options,
  })

test('a stream shows each rollout as it happens and takes it back for the next', async () => {
  const lm = answering(['a', 'b b', 'c c c'], { chunkCharacters: 4 })
  const events = await collect(streamify(best())(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toEqual([
    { type: 'restart', predictor: 'module' },
    { type: 'restart', predictor: 'module', callNumber: 2 },
  ])
  expect(shown(events)).toEqual({ 'module/answer': 'c c c' })
  expect(events.at(-1)).toMatchObject({ type: 'prediction', prediction: { answer: 'c c c' } })
})

test('a winner that is not the last to be shown is shown again', async () => {
  const lm = answering(['a', 'b b b', 'c'], { chunkCharacters: 4 })
  const events = await collect(streamify(best())(question, { lm }))
  expect(shown(events)).toEqual({ 'module/answer': 'b b b' })
})

test('what a failed rollout has shown is taken back', async () => {
  const lm = answering(['a', 'b b', new LMServerError('down')])
  const events = await collect(streamify(best())(question, { lm }))
  expect(shown(events)).toEqual({ 'module/answer': 'b b' })
})

test('rollouts that run at once are not mixed: only the winner is shown', async () => {
  const lm = answering(['a', 'b b b', 'c'], { chunkCharacters: 2 })
  const events = await collect(streamify(best({ concurrency: 3 }))(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toEqual([])
  expect(shown(events)).toEqual({ 'module/answer': 'b b b' })
})

test('what a judge writes is not shown', async () => {
  const judge = new Predict('answer -> score: float')
  const program = new BestOfN(new Predict('question -> answer'), {
    n: 2,
    threshold: 1,
    rewardFn: async (_, { answer }) => (await judge({ answer })).score,
  })
  const lm = new MockLM(({ messages }) => writeReply({ answer: 'a', score: 1 }, messages))
  const events = await collect(streamify(program)(question, { lm }))
  expect(events.map((event) => ('predictor' in event ? event.predictor : event.type))).toEqual([
    ...Array.from({ length: events.length - 1 }, () => 'module'),
    'prediction',
  ])
})

test('leaving the loop aborts the rollout and starts no other', async () => {
  const lm = answering(['a '.repeat(200), 'b', 'c'])
  const stream = streamify(best())(question, { lm })
  for await (const event of stream) if (event.type === 'field' && event.delta !== '') break
  await expect(stream.prediction).rejects.toThrow(AbortError)
  await vi.waitFor(() => expect(lm.requests[0]?.signal?.aborted).toBe(true))
  expect(lm.requests).toHaveLength(1)
})
