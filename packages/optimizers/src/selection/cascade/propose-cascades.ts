import type { Proposal } from '../proposal.ts'
import { hasRoom } from '../search-room.ts'
import type { Selection } from '../selection.ts'
import { agreeingModels } from './agreeing-models.ts'
import { cascadeProposal } from './cascade-proposal.ts'
import { observedConfidences } from './observed-confidences.ts'
import { type SearchedModel, searchShare } from './search-models.ts'
import { thresholdSignals } from './threshold-signals.ts'
import { thresholdsOf } from './thresholds-of.ts'

// 15 pairs, and 30 thresholds of a signal: all of them together cost some seconds of computing, and few calls.
const mostAgreeing = 6
const mostThresholded = 3

/** The models that cascades are made of. */
interface Steps {
  readonly strong: SearchedModel
  /** Cheapest first. */
  readonly cheaper: readonly SearchedModel[]
}

/** All pairs of promising models, the cheaper one first, as far as the two cost less than the strong one. */
export function proposeAgreeing<Gold extends object, Outputs extends object>(
  steps: Steps,
  { data, options }: Selection<Gold, Outputs>,
): Proposal[] {
  if (!options.cascade.signals.includes('models-agree')) return []
  const models = promising(steps, mostAgreeing)
  const pairs = models.flatMap((first, position) =>
    models.slice(position + 1).map((second) => ({ first, second })),
  )
  return pairs
    .filter(({ first, second }) => first.price + second.price < steps.strong.price)
    .map(({ first, second }) => {
      const lms = { first: first.lm, second: second.lm, strong: steps.strong.lm }
      return agreeingModels(data.program, lms, options.cascade)
    })
}

/** Promising models with the numbers that tell how sure one is of them, for each at thresholds all over what was seen. */
export async function proposeThresholds<Gold extends object, Outputs extends object>(
  steps: Steps,
  selection: Selection<Gold, Outputs>,
): Promise<Proposal[]> {
  const { data, options } = selection
  const proposals: Proposal[] = []
  for (const { lm: cheap } of promising(steps, mostThresholded)) {
    for (const signal of thresholdSignals(cheap, data.program.predictors(), options.cascade)) {
      if (!hasRoom(data.run, searchShare)) return proposals
      const lms = { cheap, strong: steps.strong.lm }
      const confidences = await observedConfidences({ signal, ...lms }, selection)
      for (const threshold of thresholdsOf(confidences)) {
        const name = `${cheap.model} if ${signal.name} >= ${threshold}, else ${lms.strong.model}`
        const { confidence } = signal
        proposals.push(cascadeProposal(data.program, { ...lms, name, threshold, confidence }))
      }
    }
  }
  return proposals
}

/** Those with which a cascade would cost least if one knew which of their replies are wrong; cheapest first. */
function promising({ strong, cheaper }: Steps, most: number): SearchedModel[] {
  const expected = ({ price, score }: SearchedModel): number => price + (1 - score) * strong.price
  const chosen = cheaper.toSorted((one, other) => expected(one) - expected(other)).slice(0, most)
  return chosen.toSorted((one, other) => one.price - other.price)
}
