/**
 * How many examples have been run after each round of successive halving: twice as many each time, all in the last, for
 * which two candidates are left (Jamieson and Talwalkar, arXiv 1502.07943).
 */
export function halvingEnds(candidates: number, examples: number): number[] {
  const rounds = Math.max(1, Math.ceil(Math.log2(candidates)))
  return Array.from({ length: rounds }, (_, round) =>
    Math.max(1, Math.floor(examples / 2 ** (rounds - 1 - round))),
  )
}
