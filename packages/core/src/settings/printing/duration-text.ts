const secondMs = 1000
const shortMs = 10

/** A duration in milliseconds for people. */
export function durationText(durationMs: number): string {
  if (durationMs < shortMs) return `${durationMs.toFixed(1)} ms`
  if (durationMs < secondMs) return `${Math.round(durationMs)} ms`
  return `${(durationMs / secondMs).toFixed(2)} s`
}
