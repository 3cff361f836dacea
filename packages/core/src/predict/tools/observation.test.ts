import { expect, test } from 'vitest'
import { observation } from './observation.ts'

class Town {
  name = 'Oslo'
  #secret = 1
  get secret(): number {
    return this.#secret
  }
}

const ring: Record<string, unknown> = { name: 'ring' }
ring['again'] = ring
const twice = { a: 1 }

test.for<[string, unknown, unknown]>([
  ['a text', 'rain', 'rain'],
  ['null', null, null],
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a URL', new URL('https://example.org/a'), 'https://example.org/a'],
  ['a map', new Map([['a', new Set([1])]]), { a: [1] }],
  ['an object of a class', new Town(), { name: 'Oslo' }],
  ['an error', new TypeError('no'), 'TypeError: no'],
  [
    'numbers that JSON lacks',
    [Number.NaN, Infinity, 10n ** 20n],
    ['NaN', 'Infinity', `1${'0'.repeat(20)}`],
  ],
  ['bytes', Buffer.from('abc'), '3 bytes'],
  ['a function in an object', { a: 1, run: () => 1, b: undefined }, { a: 1 }],
  ['a ring', ring, { name: 'ring', again: '(the same again)' }],
  ['one thing twice', [twice, twice], [{ a: 1 }, { a: 1 }]],
])('%s is told as data', ([, value, told]) => {
  expect(observation(value)).toEqual(told)
})

test('nothing is told in words, and what cannot be written out too', () => {
  expect(observation(undefined)).toMatch(/returned nothing/)
  expect(observation(() => 1)).toMatch(/returned nothing/)
  const trap = Object.defineProperty({}, 'a', {
    enumerable: true,
    get: () => {
      throw new Error('trap')
    },
  })
  expect(observation(trap)).toMatch(/cannot be written out/)
  let deep: unknown = 1
  for (let level = 0; level < 100_000; level += 1) deep = [deep]
  expect(observation(deep)).toMatch(/cannot be written out/)
})

test('what is longer than it may is cut as text, never within a character, and says so', () => {
  expect(observation('short', 5)).toBe('short')
  expect(observation('a long one', 5)).toBe('a lon… (5 more characters were cut off)')
  expect(observation('ab😀', 3)).toBe('ab… (2 more characters were cut off)')
  expect(observation({ a: [1, 2] }, 6)).toBe('{"a": … (7 more characters were cut off)')
  expect(observation({ a: [1, 2] }, 13)).toEqual({ a: [1, 2] })
})
