import type { Random } from '../fuzz/random.ts'

/** The examples of one repetition, in the order in which they are seen. */
export interface Draws {
  /** Overwritten by every repetition. */
  next(): Uint32Array
}

/** Every example once, in random order. */
export function withoutReplacement(size: number, random: Random): Draws {
  const order = Uint32Array.from({ length: size }, (_, index) => index)
  return {
    next() {
      for (let index = size - 1; index > 0; index -= 1) {
        const pick = random.below(index + 1)
        const here = order[index] ?? 0
        order[index] = order[pick] ?? 0
        order[pick] = here
      }
      return order
    },
  }
}

/** As many examples as there are, each drawn from all. */
export function withReplacement(size: number, random: Random): Draws {
  const order = new Uint32Array(size)
  return {
    next() {
      for (let index = 0; index < size; index += 1) order[index] = random.below(size)
      return order
    },
  }
}
