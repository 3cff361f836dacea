import { expect, it } from 'vitest'
import { evenlySpaced } from './evenly-spaced.ts'

it('spreads numbers evenly, each once, the ends among them', () => {
  expect([...evenlySpaced(8, 7)]).toEqual([0, 1, 3, 4, 5, 7, 8])
  expect([...evenlySpaced(2, 7)]).toEqual([0, 1, 2])
  expect([...evenlySpaced(0, 7)]).toEqual([0])
  expect([...evenlySpaced(20, 2)]).toEqual([0, 20])
})
