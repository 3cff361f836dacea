import { alpha, type Cell } from './cell.ts'

/** What a test promises; the approximate one has been seen to err in 6 % of runs where 5 % were asked for. */
const promised = { exact: alpha, approximate: 0.06 }

/** The largest error rate that chance alone explains: three standard errors above what is promised. */
export function rateLimit(repetitions: number, test: Cell['test'] = 'exact'): number {
  const rate = promised[test]
  return rate + 3 * Math.sqrt((rate * (1 - rate)) / repetitions)
}
