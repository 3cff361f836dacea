import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../errors/abort-error.ts'
import { endingWith } from './ending-with.ts'

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) yield number
}

async function* broken(): AsyncGenerator<number> {
  yield 0
  throw new TypeError('broken')
}

async function read(events: AsyncIterable<number>, each: (event: number) => void): Promise<void> {
  for await (const event of events) each(event)
}

test.each<[string, () => AsyncIterable<number>, (event: number) => void]>([
  ['ends', () => numbers(3), () => undefined],
  ['fails', broken, () => undefined],
  [
    'is left',
    () => numbers(3),
    () => {
      throw new RangeError('left')
    },
  ],
])('when a stream %s, nothing stays behind on the signal', async (_name, stream, each) => {
  const { signal } = new AbortController()
  await read(endingWith(signal, stream()), each).catch(() => undefined)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('an abort between two events is an AbortError, not the end of the stream', async () => {
  const controller = new AbortController()
  const reading = read(endingWith(controller.signal, numbers(3)), () => controller.abort())
  await expect(reading).rejects.toThrow(AbortError)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})
