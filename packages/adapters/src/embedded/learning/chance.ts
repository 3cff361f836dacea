import { hashText } from './hash-text.ts'

/** Numbers in (0, 1) that depend on nothing but the purpose asked for and what the source was made of. */
export interface Chance {
  uniform(purpose: string): number
  /** Gumbel noise: added to log-odds, the largest is a draw from their distribution. */
  gumbel(purpose: string): number
}

/** A source of chance: equal origins give equal numbers. */
export function chance(origin: string): Chance {
  const base = hashText(origin)
  const uniform = (purpose: string): number => (hashText(`${base} ${purpose}`) + 0.5) / 2 ** 32
  return { uniform, gumbel: (purpose) => -Math.log(-Math.log(uniform(purpose))) }
}
