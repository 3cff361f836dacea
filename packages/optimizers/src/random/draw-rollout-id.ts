import type { Random } from './random.ts'

const mostRollouts = 1_000_000_000

/** A rollout id under which most likely nothing was asked before, so that no cache answers in place of the LM. */
export function drawRolloutId(random: Random): number {
  return random.below(mostRollouts)
}
