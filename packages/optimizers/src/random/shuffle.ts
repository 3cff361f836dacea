import type { Random } from './random.ts'
import { sample } from './sample.ts'

/** The same items in a random order. */
export function shuffle<Item extends object | number>(
  items: readonly Item[],
  random: Random,
): Item[] {
  return sample(items, items.length, random)
}
