import { type Confidence, cascade, type LM, type Module, type Predictor } from '@ockham/core'
import type { Proposal } from '../proposal.ts'

/** A cheap LM and a strong one, and when the cheap one's reply is taken. */
export interface CascadeDesign {
  readonly name: string
  readonly cheap: LM
  readonly strong: LM
  /** By default that of the confidence. */
  readonly threshold?: number
  /**
   * How sure one is of a reply of this predictor; undefined where nothing tells, so that the strong LM is asked.
   * `part` is to be called for every other LM that this asks.
   */
  confidence(predictor: Predictor, part: (lm: LM) => LM): Confidence | undefined
}

/** A cascade for every predictor. */
export function cascadeProposal(program: Module<never, object>, design: CascadeDesign): Proposal {
  const { name, strong } = design
  const isCascade = (predictor: Predictor): boolean =>
    design.confidence(predictor, (lm) => lm) !== undefined
  const choice = program
    .namedPredictors()
    .map(([path, predictor]) => [path, isCascade(predictor) ? name : strong.model])
  return {
    name,
    choice: Object.fromEntries(choice),
    bind(copy, compose) {
      for (const predictor of copy.predictors()) {
        predictor.lm = isCascade(predictor)
          ? compose((part) => composed(design, predictor, part))
          : strong
      }
    },
  }
}

function composed(design: CascadeDesign, predictor: Predictor, part: (lm: LM) => LM): LM {
  const { name, cheap, strong, threshold } = design
  const confidence = design.confidence(predictor, part)
  if (!confidence) return part(strong)
  const lms = [part(cheap), part(strong)]
  const lm = cascade(lms, { confidence, ...(threshold === undefined ? {} : { threshold }) })
  return Object.assign(lm, { model: name })
}
