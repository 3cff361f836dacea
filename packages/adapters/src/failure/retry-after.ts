import { clampWait } from './clamp-wait.ts'

/**
 * How long a response asks to wait, in milliseconds, from `retry-after-ms`, or from `retry-after`
 * in seconds or as a date; never negative and at most a day.
 */
export function retryAfterMs(headers: Headers, now: number = Date.now()): number | undefined {
  const precise = headers.get('retry-after-ms')
  if (precise !== null && precise.trim() !== '' && Number.isFinite(Number(precise))) {
    return clampWait(Number(precise))
  }
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return clampWait(seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : clampWait(date - now)
}
