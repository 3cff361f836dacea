import { expect, test } from 'vitest'
import { cleanDoc } from './clean-doc.ts'

test.each([
  ['plain', 'plain'],
  ['  Indented first line\n    and second', 'Indented first line\nand second'],
  ['\n    a\n      b\n\n    c\n', 'a\n  b\n\nc'],
  ['a\n\tb\n\t\tc', 'a\nb\n        c'],
])('%j loses the margin of its source code', (text, expected) => {
  expect(cleanDoc(text)).toBe(expected)
})
