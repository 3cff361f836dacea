import { expect, test } from 'vitest'
import { normalizeText } from './normalize-text.ts'

// Recorded from DSPy 3.3.1.
test.each([
  ['The,  Eiffel  Tower!', 'eiffel tower'],
  ['Á la carte', '\u0301 la carte'],
  ['a-n-the', 'anthe'],
  ['Ünïted the_x a', 'u\u0308ni\u0308ted thex'],
  ['A.B. an apple', 'ab apple'],
  ['ﬁne', 'ﬁne'],
  ['a’s', '’s'],
  ['İstanbul', 'i\u0307stanbul'],
  ['x\x1cy\u3000z\ufeff', 'x y z\ufeff'],
  ['中a文 a 中', '中a文 中'],
  ['ΟΔΟΣ the', 'οδος'],
  ['a1 the2 an', 'a1 the2'],
  ['½a ² a²', '½a ² a²'],
  ['naïve a\u0301', 'nai\u0308ve \u0301'],
])('%j is compared as DSPy compares it', (text, normalized) => {
  expect(normalizeText(text)).toBe(normalized)
})
