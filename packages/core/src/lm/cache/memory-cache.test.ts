import { afterEach, expect, test, vi } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { reply } from '../__fixtures__/reply.ts'
import { memoryCache } from './memory-cache.ts'

afterEach(() => void vi.useRealTimers())

test('it gives back what was set, and the later of two', () => {
  const cache = memoryCache()
  cache.set('k', reply('one'))
  cache.set('k', reply('two'))
  expect(cache.get('k')).toEqual(reply('two'))
  expect(cache.get('other')).toBeUndefined()
})

test('when full it drops the reply that was not used for longest', () => {
  const cache = memoryCache({ maxEntries: 2 })
  cache.set('a', reply('a'))
  cache.set('b', reply('b'))
  cache.get('a')
  cache.set('c', reply('c'))
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true])
})

test('setting a key again does not push out another', () => {
  const cache = memoryCache({ maxEntries: 2 })
  for (const key of ['a', 'b', 'b', 'b']) cache.set(key, reply(key))
  expect(cache.get('a')).toEqual(reply('a'))
})

test('a reply is gone when its time is over', () => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(1)
  const cache = memoryCache()
  cache.set('k', reply('one'), 1000)
  vi.advanceTimersByTime(1000)
  expect(cache.get('k')).toEqual(reply('one'))
  vi.advanceTimersByTime(1)
  expect(cache.get('k')).toBeUndefined()
})

test('the replies held are never larger in all than maxBytes', () => {
  const bytes = Buffer.byteLength(JSON.stringify(reply('ää')))
  const cache = memoryCache({ maxBytes: 2 * bytes })
  for (const key of ['a', 'b', 'c']) cache.set(key, reply('ää'))
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([false, true, true])
  cache.set('huge', reply('x'.repeat(2 * bytes)))
  expect(cache.get('huge')).toBeUndefined()
  expect(cache.get('c')).toBeDefined()
})

test('one reply or all of them can be forgotten; a closed cache keeps nothing', () => {
  const cache = memoryCache()
  for (const key of ['a', 'b', 'c']) cache.set(key, reply(key))
  cache.delete('a')
  expect(['a', 'b'].map((key) => cache.get(key) !== undefined)).toEqual([false, true])
  cache.clear()
  expect(cache.get('b')).toBeUndefined()
  cache.close()
  cache.set('d', reply('d'))
  expect(cache.get('d')).toBeUndefined()
})

test('a size that cannot be used is refused', () => {
  expect(() => memoryCache({ maxEntries: 0 })).toThrow(OptionError)
  expect(() => memoryCache({ maxBytes: 0.5 })).toThrow('maxBytes')
})
