import { expect, it } from 'vitest'
import { wrapped } from './wrapped.ts'

it('breaks lines between words, and none within a word', () => {
  expect(wrapped('one two three incomprehensible four', 9)).toBe(
    'one two\nthree\nincomprehensible\nfour',
  )
  expect(wrapped('', 9)).toBe('')
})
