import { alpha } from './cell.ts'

/** The largest error rate that chance alone explains: three standard errors above what is promised. */
export function rateLimit(repetitions: number): number {
  return alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / repetitions)
}
