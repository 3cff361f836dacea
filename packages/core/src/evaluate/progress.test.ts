import { expect, test } from 'vitest'
import { progressDisplay } from './progress.ts'

function shown(isTTY: boolean, total: number): string[] {
  const texts: string[] = []
  const show = progressDisplay({ isTTY, write: (text) => texts.push(text) })
  for (let done = 1; done <= total; done += 1)
    show({ done, total, errors: done > 5 ? 1 : 0, score: 0.5 })
  return texts
}

test('a terminal gets one bar that redraws itself', () => {
  const texts = shown(true, 10)
  expect(texts).toHaveLength(10)
  expect(texts[4]).toBe('\r[############............] 5/10 rows, score 0.500')
  expect(texts[9]).toBe('\r[########################] 10/10 rows, score 0.500, 1 failed\n')
})

test('elsewhere there are ten plain lines, however many rows', () => {
  const texts = shown(false, 1000)
  expect(texts).toHaveLength(10)
  expect(texts[0]).toBe('100/1000 rows, score 0.500, 1 failed\n')
})
