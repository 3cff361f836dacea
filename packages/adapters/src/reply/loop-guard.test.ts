import { expect, test } from 'vitest'
import { LoopGuard } from './loop-guard.ts'

const says = (text: string) => ({ type: 'text', index: 0, text }) as const

test('the thousandth same piece in a row is a loop', () => {
  const guard = new LoopGuard()
  for (let count = 1; count < 1000; count += 1) guard.check(says('again '))
  expect(() => guard.check(says('again '))).toThrow('"again " 1000 times in a row')
})

test('zeros, blanks and dashes may go on for longer', () => {
  const guard = new LoopGuard()
  for (let count = 1; count < 200_000; count += 1) guard.check(says('-'))
  expect(() => guard.check(says('-'))).toThrow('200000 times')
})

test('another piece, however short, ends a run', () => {
  const guard = new LoopGuard()
  for (let count = 0; count < 5000; count += 1)
    guard.check(says(count % 999 === 0 ? '.' : 'again '))
})

test('what is no text is nobody’s loop', () => {
  const guard = new LoopGuard()
  for (let count = 0; count < 5000; count += 1) {
    guard.check({ type: 'usage', usage: {} })
    guard.check(says(''))
  }
})
