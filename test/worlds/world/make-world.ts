import { SimulatedLM } from '../learner/simulated-lm.ts'
import type { Tier } from '../learner/tier.ts'
import { ProposerLM } from '../proposer/proposer-lm.ts'
import { drawRows } from './draw-rows.ts'
import { latentRules } from './latent-rules.ts'
import { feedbackMetric, metric, scrambled } from './metrics.ts'
import type { WorldParameters } from './parameters.ts'
import { programTold } from './programs.ts'
import { shuffleLabels } from './shuffle-labels.ts'
import type { World } from './world.ts'

/** The world of a seed; equal seeds make equal worlds. */
export function makeWorld(parameters: WorldParameters, seed: number): World {
  const { stages, sizes, tiers } = parameters
  const tables = stages.map(({ table }) => table)
  const rules = latentRules(parameters, seed)
  const rows = drawRows(parameters, rules, seed)
  const trainset = rows.slice(0, sizes.train)
  const withFeedback = feedbackMetric(tables, rules)
  const model = (tier: Tier): SimulatedLM => new SimulatedLM({ tier, tables, seed })
  const told = rules.map((stage, index) => stage.slice(0, stages[index]?.stated))
  return {
    name: parameters.name,
    tables,
    trainset,
    valset: rows.slice(sizes.train, sizes.train + sizes.validation),
    testset: rows.slice(sizes.train + sizes.validation),
    metric,
    feedbackMetric: withFeedback,
    scrambledFeedback: scrambled(withFeedback, tables, seed),
    shuffledLabels: shuffleLabels(trainset, seed),
    models: { nano: model(tiers.nano), small: model(tiers.small), large: model(tiers.large) },
    proposer: new ProposerLM({ tier: parameters.proposer, tables, seed }),
    seedProgram: () => programTold(tables, told),
    oracleProgram: () => programTold(tables, rules),
  }
}
