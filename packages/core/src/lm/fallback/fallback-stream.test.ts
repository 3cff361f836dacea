import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { collect } from '../stream/collect.ts'
import { fallback } from './fallback.ts'

const delta = (text: string): LMStreamEvent => ({ type: 'text-delta', index: 0, text })
const whole = { texts: ['who', 'le'], end: reply('whole', 'test/b') }
const wholeEvents = [delta('who'), delta('le'), { type: 'finish', response: whole.end }]

test('an LM that fails before its first content is passed over without a restart', async () => {
  const first = scriptedLM('test/a', [{ end: { throws: new LMServerError('503') } }])
  const { events } = await drain(fallback(first, scriptedLM('test/b', [whole])).stream(ask()))
  expect(events).toEqual(wholeEvents)
})

test.for([new LMServerError('in-band'), new LMTimeoutError('stalled', { phase: 'idle' })])(
  'after %s midway the next LM starts from the beginning',
  async (broken) => {
    const first = scriptedLM('test/a', [{ texts: ['ha', 'lf'], end: { throws: broken } }])
    const { events } = await drain(fallback(first, scriptedLM('test/b', [whole])).stream(ask()))
    const voided = [delta('ha'), delta('lf'), { type: 'restart', reason: broken }]
    expect(events).toEqual([...voided, ...wholeEvents])
    expect(first.closed).toBe(1)
  },
)

test('a cut stream is never a half answer: the reply is that of the LM that finished', async () => {
  const first = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const routed = fallback(first, scriptedLM('test/b', [whole]))
  expect(await collect(routed.stream(ask()))).toEqual(reply('whole', 'test/b'))
})

test('a foreign error midway becomes the cause of an LMUnexpectedError', async () => {
  const bug = new TypeError('a bug')
  const first = scriptedLM('test/a', [{ texts: ['half'], end: { throws: bug } }])
  const { events } = await drain(fallback(first, scriptedLM('test/b', [whole])).stream(ask()))
  const restart = events[1]
  if (restart?.type !== 'restart') throw new Error('no restart')
  expect(restart.reason).toBeInstanceOf(LMUnexpectedError)
  expect(restart.reason).toMatchObject({ model: 'test/a', cause: bug })
})

test('an LM whose stream cannot even be made is passed over', async () => {
  const first: LM = {
    ...scriptedLM('test/a', []),
    stream() {
      throw new TypeError('not implemented')
    },
  }
  const { events } = await drain(fallback(first, scriptedLM('test/b', [whole])).stream(ask()))
  expect(events).toEqual(wholeEvents)
})

test('a restart inside an LM is passed on, and not repeated when that LM then fails', async () => {
  const inner = fallback(
    scriptedLM('test/x', [{ texts: ['one'], end: 'cut' }]),
    scriptedLM('test/y', [{ end: { throws: new LMServerError('503') } }]),
  )
  const { events } = await drain(fallback(inner, scriptedLM('test/b', [whole])).stream(ask()))
  expect(events).toEqual([
    delta('one'),
    expect.objectContaining({ type: 'restart' }),
    ...wholeEvents,
  ])
})

test('when all fail midway the stream throws every cause and has no finish', async () => {
  const first = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const second = scriptedLM('test/b', [{ texts: ['ha'], end: 'cut' }])
  const { events, error } = await drain(fallback(first, second).stream(ask()))
  expect(events.map(({ type }) => type)).toEqual(['text-delta', 'restart', 'text-delta'])
  if (!AllRoutesFailedError.is(error)) throw error
  expect(error.errors.map((cause) => LMStreamTruncatedError.is(cause))).toEqual([true, true])
})

test('a content filter midway ends the stream', async () => {
  const blocked = new ContentFilterError('violence')
  const first = scriptedLM('test/a', [{ texts: ['ha'], end: { throws: blocked } }])
  const { error } = await drain(fallback(first, scriptedLM('test/b', [whole])).stream(ask()))
  expect(error).toBe(blocked)
})

test('a caller that aborts midway gets AbortError and no second LM is asked', async () => {
  const controller = new AbortController()
  const first = scriptedLM('test/a', [{ texts: ['a'], end: { throws: new LMServerError('x') } }])
  const second = scriptedLM('test/b', [whole])
  const run = async (): Promise<void> => {
    for await (const _event of fallback(first, second).stream(ask('hi', controller.signal))) {
      controller.abort()
    }
  }
  await expect(run()).rejects.toBeInstanceOf(AbortError)
  expect(second.opened).toBe(0)
})

test('leaving early closes the LM that is streaming, also after a restart', async () => {
  const first = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const second = scriptedLM('test/b', [whole])
  for await (const event of fallback(first, second).stream(ask())) {
    if (event.type === 'text-delta' && event.text === 'who') break
  }
  expect([first.opened, first.closed, second.opened, second.closed]).toEqual([1, 1, 1, 1])
})

test('a hundred streams at once fail over each for itself', async () => {
  const count = 100
  const first = scriptedLM('test/a', Array(count).fill({ texts: ['half'], end: 'cut' }))
  const routed = fallback(first, scriptedLM('test/b', Array(count).fill(whole)))
  const replies = await Promise.all(
    Array.from({ length: count }, () => collect(routed.stream(ask()))),
  )
  expect(replies).toEqual(Array(count).fill(reply('whole', 'test/b')))
})
