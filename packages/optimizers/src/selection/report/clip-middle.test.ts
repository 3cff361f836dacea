import { expect, it } from 'vitest'
import { clipMiddle } from './clip-middle.ts'

it('keeps both ends of a long text, and whole characters', () => {
  expect(clipMiddle('abcdefghij', 10)).toBe('abcdefghij')
  expect(clipMiddle('abcdefghijk', 10)).toBe('abcde…hijk')
  expect(clipMiddle('😀😀😀😀', 3)).toBe('😀…😀')
})
