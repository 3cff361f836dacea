import { expect, test } from 'vitest'
import { estimateTokens } from './estimate-tokens.ts'

// Counted with o200k.
test.for([
  ['The quick brown fox jumps over the lazy dog, and nobody saw it happen.', 16],
  ["export const a = (b: number): string => `b` + 'c'\n", 16],
  ['人工智能是计算机科学的一个分支,它企图了解智能的实质。', 20],
  ['인공지능은 인간의 학습능력, 추론능력을 구현하려는 분야이다.', 21],
  ['3.14, 2.71, 1.41, 1.73, 9.81, 6.67', 28],
] as const)('the estimate of "%s" is near to %d', ([text, counted]) => {
  const estimate = estimateTokens(text)
  expect(estimate).toBeGreaterThan(counted * 0.6)
  expect(estimate).toBeLessThan(counted * 1.5)
})

test('an image counts as one, however long its data is', () => {
  const part = { type: 'image', url: `data:image/png;base64,${'A'.repeat(1e6)}` }
  expect(estimateTokens([{ role: 'user', content: [part, part] }])).toBeLessThan(2100)
})

test('a PDF and a recording are fewer tokens than characters', () => {
  const data = 'A'.repeat(100_000)
  expect(estimateTokens({ type: 'file', data })).toBe(2500)
  expect(estimateTokens({ type: 'audio', data, format: 'mp3' })).toBe(125)
  expect(estimateTokens({ type: 'document', data, mediaType: 'application/pdf' })).toBe(2500)
  expect(estimateTokens({ type: 'document', data: 'one two', mediaType: 'text/plain' })).toBe(7)
})

test('a megabyte takes less than a blink', () => {
  const text = 'lorem Ipsum 42! '.repeat(65_536)
  estimateTokens(text)
  const start = performance.now()
  estimateTokens(text)
  expect(performance.now() - start).toBeLessThan(100)
})
