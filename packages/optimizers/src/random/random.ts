/** A stream of random numbers; the same seed gives the same stream on every machine. */
export interface Random {
  /** The next number, from 0 up to but not including 1. */
  next(): number
  /** The next whole number, from 0 up to but not including `limit`. */
  below(limit: number): number
}

const warmUp = 15
const twoTo32 = 2 ** 32

/** Chris Doty-Humphrey's sfc32, seeded with a safe integer. */
export function seededRandom(seed: number): Random {
  let a = 0
  let b = seed | 0
  let c = Math.floor(seed / twoTo32) | 0
  let counter = 1

  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  const next = (): number => bits() / twoTo32

  for (let round = 0; round < warmUp; round += 1) bits()
  return { next, below: (limit) => Math.floor(next() * limit) }
}
