import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { collect } from '../stream/collect.ts'
import { retrying } from './retrying.ts'

const quick = { initialDelayMs: 0 }
const delta = (text: string): LMStreamEvent => ({ type: 'text-delta', index: 0, text })

test('a failure before the first content is invisible', async () => {
  const lm = scriptedLM('test/a', [
    { end: { throws: new LMServerError('503') } },
    { texts: ['y', 'es'], end: reply('yes') },
  ])
  const { events, error } = await drain(retrying(lm, quick).stream(ask()))
  expect(error).toBeUndefined()
  expect(events).toEqual([delta('y'), delta('es'), { type: 'finish', response: reply('yes') }])
})

test('content of a failed attempt is voided by a restart, and there is one finish', async () => {
  const broken = new LMTransportError('reset')
  const lm = scriptedLM('test/a', [
    { texts: ['ha', 'lf'], end: { throws: broken } },
    { end: { throws: new LMServerError('503') } },
    { texts: ['whole'], end: reply('whole') },
  ])
  const { events } = await drain(retrying(lm, quick).stream(ask()))
  expect(events).toEqual([
    delta('ha'),
    delta('lf'),
    { type: 'restart', reason: broken },
    delta('whole'),
    { type: 'finish', response: reply('whole') },
  ])
  expect(lm.closed).toBe(3)
})

test('a stream cut without finish is tried again and never passed on as whole', async () => {
  const lm = scriptedLM('test/a', [
    { texts: ['half'], end: 'cut' },
    { texts: ['whole'], end: reply('whole') },
  ])
  const { events } = await drain(retrying(lm, quick).stream(ask()))
  expect(events[1]).toMatchObject({ type: 'restart', reason: expect.any(LMStreamTruncatedError) })
  expect(events.at(-1)).toEqual({ type: 'finish', response: reply('whole') })
})

test('when every attempt fails the stream throws and has no finish', async () => {
  const lm = scriptedLM('test/a', Array(3).fill({ texts: ['half'], end: 'cut' }))
  const { events, error } = await drain(retrying(lm, quick).stream(ask()))
  expect(error).toBeInstanceOf(LMStreamTruncatedError)
  expect(events.map(({ type }) => type)).not.toContain('finish')
})

test('the reason of a restart is an LMError, with what was thrown as its cause', async () => {
  const reset = Object.assign(new Error('https://host/?key=sk-canary'), { code: 'ECONNRESET' })
  const lm = scriptedLM('test/a', [
    { texts: ['half'], end: { throws: reset } },
    { end: reply('whole') },
  ])
  const { events } = await drain(retrying(lm, quick).stream(ask()))
  const restart = events[1]
  if (restart?.type !== 'restart') throw new Error('no restart')
  expect(restart.reason).toBeInstanceOf(LMUnexpectedError)
  expect(restart.reason.cause).toBe(reset)
  expect(restart.reason.message).not.toContain('canary')
})

test('leaving the stream early closes the inner one', async () => {
  const lm = scriptedLM('test/a', [{ texts: ['a', 'b', 'c'], end: reply('abc') }])
  for await (const _event of retrying(lm).stream(ask())) break
  expect(lm).toMatchObject({ opened: 1, closed: 1 })
})

test('what comes after finish is ignored, also an error while closing', async () => {
  const lm: LM = {
    ...scriptedLM('test/a', []),
    async *stream() {
      try {
        yield { type: 'finish', response: reply('yes') }
        yield delta('late')
      } finally {
        // An inner LM whose clean-up fails.
        await Promise.reject(new LMServerError('close failed'))
      }
    },
  }
  const { events, error } = await drain(retrying(lm, quick).stream(ask()))
  expect(error).toBeUndefined()
  expect(events).toEqual([{ type: 'finish', response: reply('yes') }])
})

test('a signal in the middle of a stream ends it with AbortError and no further attempt', async () => {
  const controller = new AbortController()
  const lm = scriptedLM('test/a', [
    { texts: ['a'], end: { throws: new LMTransportError('closed by abort') } },
    { end: reply('never') },
  ])
  const run = async (): Promise<void> => {
    for await (const _event of retrying(lm, quick).stream(ask('hi', controller.signal))) {
      controller.abort()
    }
  }
  await expect(run()).rejects.toBeInstanceOf(AbortError)
  expect(lm.requests).toHaveLength(1)
})

test('a signal that has fired before lets no stream start', async () => {
  const lm = scriptedLM('test/a', [{ end: reply('never') }])
  const { error } = await drain(retrying(lm).stream(ask('hi', AbortSignal.abort())))
  expect(error).toBeInstanceOf(AbortError)
  expect(lm.opened).toBe(0)
})

test('a stream of 100 000 chunks passes in linear time', async () => {
  const stream = (chunks: number): AsyncIterable<LMStreamEvent> => {
    const texts = Array<string>(chunks).fill('x')
    return retrying(scriptedLM('test/a', [{ texts, end: reply('whole') }])).stream(ask())
  }
  const time = async (chunks: number): Promise<number> => {
    const start = performance.now()
    await collect(stream(chunks))
    return performance.now() - start
  }
  await time(10_000)
  const small = await time(10_000)
  // Ten times the chunks: quadratic work would take a hundred times as long.
  expect(await time(100_000)).toBeLessThan(Math.max(small, 5) * 40)
})
