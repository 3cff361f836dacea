import { expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { StreamFlight, type StreamSource } from './stream-flight.ts'
import type { StreamReader } from './stream-reader.ts'

interface Watched {
  flight: StreamFlight
  pulled: () => number
  closed: () => number
}

function watched(chunk: string, count: number, events?: AsyncIterator<LMStreamEvent>): Watched {
  let pulled = 0
  let closed = 0
  async function* chunks(): AsyncGenerator<LMStreamEvent> {
    for (pulled = 1; pulled <= count; pulled += 1) {
      yield { type: 'text-delta', index: 0, text: chunk }
    }
    yield { type: 'finish', response: reply('whole') }
  }
  const source: StreamSource = {
    open: async () => events ?? chunks(),
    finished: async () => undefined,
    closed() {
      closed += 1
    },
  }
  return { flight: new StreamFlight(source), pulled: () => pulled, closed: () => closed }
}

async function lengthOf(reader: StreamReader): Promise<number> {
  let length = 0
  for await (const event of reader) if (event.type === 'text-delta') length += event.text.length
  return length
}

test('nothing is pulled that nobody asked for', async () => {
  const { flight, pulled } = watched('x', 1000)
  const reader = flight.join(undefined)
  for (let count = 0; count < 3; count += 1) await reader.next()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(pulled()).toBe(3)
  await reader.return()
})

test('a slow reader holds nobody up and gets what it missed in one piece', async () => {
  const { flight } = watched('x', 100_000)
  const slow = flight.join(undefined)
  await slow.next()
  expect(await lengthOf(flight.join(undefined))).toBe(100_000)
  expect((await slow.next()).value).toMatchObject({ text: 'x'.repeat(99_999) })
  expect((await slow.next()).value).toMatchObject({ type: 'finish' })
})

test('a reader that falls too far behind fails alone, and nobody can join a stream that is too long', async () => {
  const { flight, closed } = watched('x'.repeat(64 * 1024), 100)
  const slow = flight.join(undefined)
  await slow.next()
  expect(await lengthOf(flight.join(undefined))).toBe(100 * 64 * 1024)
  await expect(slow.next()).rejects.toThrow('behind')
  expect(closed()).toBe(1)
  expect(flight.history).toBeUndefined()
})

test('asking for more before the last event came gives the events in order', async () => {
  const { flight } = watched('x', 2)
  const reader = flight.join(undefined)
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => reader.next()))
  expect(results.map(({ value }) => value?.type)).toEqual([
    'text-delta',
    'text-delta',
    'finish',
    undefined,
    undefined,
  ])
})

test('an LM whose iterator throws at once fails its readers', async () => {
  const broken: AsyncIterator<LMStreamEvent> = {
    next() {
      throw new Error('broken')
    },
  }
  const { flight } = watched('', 0, broken)
  await expect(flight.join(undefined).next()).rejects.toThrow('broken')
})

test('many readers of many chunks take linear time', async () => {
  const time = async (count: number): Promise<number> => {
    const { flight } = watched('word ', count)
    const start = performance.now()
    await Promise.all(Array.from({ length: 5 }, () => lengthOf(flight.join(undefined))))
    return performance.now() - start
  }
  await time(10_000)
  const small = await time(10_000)
  expect(await time(100_000)).toBeLessThan(Math.max(small, 5) * 40)
})
