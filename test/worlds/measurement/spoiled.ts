import { shuffleLabels } from '../world/shuffle-labels.ts'
import type { World } from '../world/world.ts'

/** What is taken from a world, so that there is nothing to learn. */
export type Spoiling = 'labels' | 'feedback'

/**
 * The world with every label from another row, also those to validate on, and no feedback that tells better; or with
 * feedback that is no more than noise.
 */
export function spoiled(world: World, what: Spoiling, seed: number): World {
  const { metric, scrambledFeedback, trainset, valset } = world
  if (what === 'feedback') return { ...world, feedbackMetric: scrambledFeedback }
  const [wrongTrainset, wrongValset] = [trainset, valset].map((rows) => shuffleLabels(rows, seed))
  return {
    ...world,
    feedbackMetric: metric,
    trainset: wrongTrainset ?? [],
    valset: wrongValset ?? [],
  }
}
