import { expect, it } from 'vitest'
import { safestToCheapest } from './safest-to-cheapest.ts'

const link = (candidate: string, price: number, safety: number) => ({ candidate, price, safety })

it('leaves out what something else is both safer and cheaper than', () => {
  const links = [
    link('cheapest', 1, 0.5),
    link('beaten', 5, 0.4),
    link('safest', 10, 3),
    link('as safe but dearer', 11, 3),
    link('between', 4, 1),
    link('hardly cheaper', 9.9, 2),
  ]
  expect(safestToCheapest(links, 5)).toEqual(['safest', 'between', 'cheapest'])
})

it('keeps the ends of what is too long', () => {
  const links = Array.from({ length: 13 }, (_, index) => link(`${index}`, 2 ** -index, -index))
  expect(safestToCheapest(links, 5)).toEqual(['0', '3', '6', '9', '12'])
  expect(safestToCheapest(links, 1)).toEqual(['0'])
  expect(safestToCheapest([], 5)).toEqual([])
})

it('goes on to what costs nothing', () => {
  const links = [link('free', 0, 0), link('dear', 1, 1), link('free too', 0, -1)]
  expect(safestToCheapest(links, 5)).toEqual(['dear', 'free'])
})
