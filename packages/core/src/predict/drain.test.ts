import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../errors/abort-error.ts'
import { drain } from './drain.ts'

const closed: string[] = []

async function* numbers(count: number): AsyncGenerator<number> {
  try {
    for (let number = 0; number < count; number += 1) yield number
  } finally {
    closed.push('numbers')
  }
}

async function* broken(): AsyncGenerator<number> {
  yield 0
  throw new TypeError('broken')
}

test.each<[string, () => AsyncIterable<number>, () => undefined]>([
  ['ends', () => numbers(3), () => undefined],
  ['fails', broken, () => undefined],
  [
    'is left',
    () => numbers(3),
    () => {
      throw new RangeError('left')
    },
  ],
])('when a stream %s, nothing stays behind on the signal', async (_name, stream, take) => {
  const { signal } = new AbortController()
  await drain(stream(), signal, { take }).catch(() => undefined)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('an error of the taker closes the stream and is thrown', async () => {
  closed.length = 0
  const take = (): undefined => {
    throw new RangeError('left')
  }
  await expect(drain(numbers(3), undefined, { take })).rejects.toThrow(RangeError)
  expect(closed).toEqual(['numbers'])
})

test('an abort between two events is an AbortError, not the end of the stream', async () => {
  const controller = new AbortController()
  const draining = drain(numbers(3), controller.signal, {
    take: () => {
      controller.abort()
      return undefined
    },
  })
  await expect(draining).rejects.toThrow(AbortError)
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

test('an abort while the taker makes the stream wait closes the stream at once', async () => {
  closed.length = 0
  const controller = new AbortController()
  const draining = drain(numbers(3), controller.signal, {
    take: () => new Promise(() => undefined),
  })
  setTimeout(() => controller.abort(), 5)
  await expect(draining).rejects.toThrow(AbortError)
  expect(closed).toEqual(['numbers'])
})

test('a signal that fired before ends it before the first event', async () => {
  const taken: number[] = []
  const draining = drain(numbers(3), AbortSignal.abort(), {
    take: (number) => {
      taken.push(number)
      return undefined
    },
  })
  await expect(draining).rejects.toThrow(AbortError)
  expect(taken).toEqual([])
})
