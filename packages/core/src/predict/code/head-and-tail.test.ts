import { expect, test } from 'vitest'
import { headAndTail } from './head-and-tail.ts'

test('a text within the limit stays as it is', () => {
  expect(headAndTail('abcd', 4)).toBe('abcd')
})

test('a longer one keeps its two ends and says what is missing', () => {
  expect(headAndTail(`ab${'x'.repeat(2000)}yz`, 4)).toBe('ab\n… (2,000 characters omitted) …\nyz')
})

test('no half of a character is left', () => {
  expect(headAndTail('a😀😀😀b', 4)).toBe('a\n… (6 characters omitted) …\nb')
})
