import type { SequentialTest } from '@ockham/optimizers'
import type { Population } from './population.ts'

/** Shows a test one example after the other and asks it after each; the number seen when it decided, or all. */
export function runTest(
  test: SequentialTest,
  { candidates, reference }: Population,
  { candidate, order }: { candidate: number; order: Uint32Array },
): number {
  const scores = candidates[candidate]
  if (scores === undefined) throw new Error(`There is no candidate ${candidate}.`)
  for (let seen = 0; seen < order.length; seen += 1) {
    const example = order[seen] ?? 0
    if (test.observe(scores[example] ?? 0, reference?.[example]) !== 'continue') return seen + 1
  }
  return order.length
}
