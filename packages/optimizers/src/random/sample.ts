import type { Random } from './random.ts'

/** `count` items drawn without replacement, in the order of the draws; all of them when there are fewer. */
export function sample<Item extends object | number>(
  items: readonly Item[],
  count: number,
  random: Random,
): Item[] {
  const pool = [...items]
  const drawn = Math.min(count, pool.length)
  for (let index = 0; index < drawn; index += 1) {
    const pick = index + random.below(pool.length - index)
    const here = pool[index]
    const there = pool[pick]
    if (here === undefined || there === undefined) break
    pool[index] = there
    pool[pick] = here
  }
  return pool.slice(0, drawn)
}
