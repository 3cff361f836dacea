import type { Cell } from './cell.ts'
import { distributions } from './distributions.ts'

type Comparison = Pick<Cell, 'compared' | 'discordance'>

const discordances = [0.05, 0.1, 0.3].map(
  (discordance): Comparison => ({ compared: 'paired', discordance }),
)
const comparisons: readonly Comparison[] = [
  { compared: 'alone' },
  { compared: 'shared difficulty' },
  ...discordances,
]
const scenes = ['least favourable', 'easy'] as const

/** Every setting under which the exact tests must keep their error. */
export const exactCells: readonly Cell[] = [100, 400].flatMap((size) =>
  comparisons.flatMap((comparison) =>
    distributions.flatMap((distribution) =>
      [false, true].flatMap((replacement) =>
        scenes.map(
          (scene): Cell => ({
            ...comparison,
            distribution,
            size,
            replacement,
            scene,
            test: 'exact',
          }),
        ),
      ),
    ),
  ),
)

/** The settings of the approximate test, which is made for draws from future data. */
export const approximateCells: readonly Cell[] = exactCells
  .filter(({ compared, replacement }) => compared === 'paired' && replacement)
  .map((cell) => ({ ...cell, test: 'approximate' }))
