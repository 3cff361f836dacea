import { type Random, seededRandom } from './random.ts'

const twoTo21 = 2 ** 21
const twoTo32 = 2 ** 32

/**
 * The stream of one step of a run: what happens at a step depends on the seed and the step's number alone, so
 * that a run resumes at any step without keeping the state of a generator.
 */
export function derivedRandom(seed: number, step: number): Random {
  const parent = seededRandom(seed)
  const offset = parent.below(twoTo21) * twoTo32 + parent.below(twoTo32)
  // Steps of one seed start apart by construction; those of two seeds lie anywhere in 53 bits.
  return seededRandom((offset + step) % Number.MAX_SAFE_INTEGER)
}
