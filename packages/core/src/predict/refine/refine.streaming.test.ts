import { expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { Predict } from '../predict.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { Refine } from './refine.ts'

const refine = () =>
  new Refine(new Predict('question -> answer'), {
    n: 3,
    threshold: 1,
    rewardFn: (_, { answer }) => answer === 'run 1',
  })

function lm() {
  return new MockLM(({ messages, config }) => {
    const answer = `run ${config?.rolloutId}`
    return writeReply({ answer, discussion: 'd', advice: '{}' }, messages)
  })
}

test('a stream shows the runs, each taken back for the next, and no advice', async () => {
  const events = await collect(streamify(refine())({ question: 'why?' }, { lm: lm() }))
  expect(shown(events)).toEqual({ 'module/answer': 'run 1' })
  const names = events.flatMap((event) => ('predictor' in event ? [event.predictor] : []))
  expect(new Set(names)).toEqual(new Set(['module']))
  expect(events.at(-1)).toMatchObject({ type: 'prediction', prediction: { answer: 'run 1' } })
})

test('leaving the loop aborts the run', async () => {
  const model = lm()
  const stream = streamify(refine())({ question: 'why?' }, { lm: model })
  for await (const event of stream) if (event.type === 'field') break
  await expect(stream.prediction).rejects.toThrow(AbortError)
  await vi.waitFor(() => expect(model.requests[0]?.signal?.aborted).toBe(true))
  expect(model.requests.length).toBeLessThan(3)
})
