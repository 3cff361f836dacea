import { seededRandom } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'

/** A random order of the items that depends on the seed and on nothing else, such as their scores. */
export function permutation<Item extends object>(items: readonly Item[], seed: number): Item[] {
  return shuffle(items, seededRandom(seed))
}
