import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { fallback } from '../fallback/fallback.ts'
import { collect } from '../stream/collect.ts'
import { cached } from './cached.ts'

const yes = { texts: ['y', 'es'], end: reply('yes') }

test('the first stream passes as it comes, the second is replayed as a hit', async () => {
  const inner = scriptedLM('test/a', [yes])
  const lm = cached(inner)
  const first = await drain(lm.stream(ask()))
  expect(first.events).toHaveLength(3)
  const { events } = await drain(lm.stream(ask()))
  expect(events).toEqual([
    { type: 'text-delta', index: 0, text: 'yes' },
    { type: 'finish', response: expect.objectContaining({ cached: true, costUSD: 0 }) },
  ])
  expect(inner.opened).toBe(1)
})

test('generate and stream fill the cache for each other', async () => {
  const streamedFirst = cached(scriptedLM('test/a', [yes]))
  await collect(streamedFirst.stream(ask()))
  expect((await streamedFirst.generate(ask())).cached).toBe(true)

  const generatedFirst = cached(scriptedLM('test/a', [yes]))
  await generatedFirst.generate(ask())
  expect((await collect(generatedFirst.stream(ask()))).cached).toBe(true)
})

test('a stream that was left early is closed and not stored', async () => {
  const inner = scriptedLM('test/a', [yes, yes])
  const lm = cached(inner)
  for await (const _event of lm.stream(ask())) break
  expect(inner.closed).toBe(1)
  expect((await collect(lm.stream(ask()))).cached).toBeUndefined()
})

test('a stream that was cut, or that failed, is not stored', async () => {
  const broken = { texts: ['half'], end: { throws: new Error('down') } }
  const inner = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }, broken, yes])
  const lm = cached(inner)
  await drain(lm.stream(ask()))
  await drain(lm.stream(ask()))
  expect(await collect(lm.stream(ask()))).toEqual(reply('yes'))
})

test('after a restart the reply that finished is stored', async () => {
  const first = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const lm = cached(fallback(first, scriptedLM('test/b', [{ end: reply('whole', 'test/b') }])))
  await drain(lm.stream(ask()))
  expect(await lm.generate(ask())).toMatchObject({ model: 'test/b', cached: true })
})

test('a stream whose caller has aborted is not stored', async () => {
  const controller = new AbortController()
  const inner = scriptedLM('test/a', [yes, yes])
  const lm = cached(inner)
  const aborting = async (): Promise<void> => {
    for await (const _event of lm.stream(ask('hi', controller.signal))) controller.abort()
  }
  await expect(aborting()).rejects.toBeInstanceOf(AbortError)
  await collect(lm.stream(ask()))
  expect(inner.opened).toBe(2)
})

test('what an LM yields after finish is not passed on', async () => {
  const lm = cached({
    ...scriptedLM('test/a', []),
    async *stream() {
      yield { type: 'finish', response: reply('yes') }
      yield { type: 'text-delta', index: 0, text: 'late' }
    },
  })
  expect((await drain(lm.stream(ask()))).events).toHaveLength(1)
})

test('a signal that has fired before gets AbortError and starts nothing', async () => {
  const inner = scriptedLM('test/a', [yes])
  const { error } = await drain(cached(inner).stream(ask('hi', AbortSignal.abort())))
  expect(error).toBeInstanceOf(AbortError)
  expect(inner.opened).toBe(0)
})

test('a stream of 100 000 chunks passes in linear time', async () => {
  const time = async (chunks: number): Promise<number> => {
    const texts = Array<string>(chunks).fill('x')
    const lm = cached(scriptedLM('test/a', [{ texts, end: reply('whole') }]))
    const start = performance.now()
    await collect(lm.stream(ask()))
    return performance.now() - start
  }
  await time(10_000)
  const small = await time(10_000)
  expect(await time(100_000)).toBeLessThan(Math.max(small, 5) * 40)
})
