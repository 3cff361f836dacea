import {
  agreement,
  type Confidence,
  fieldConfidence,
  type LM,
  logprobMargin,
  type Predictor,
  verifier,
} from '@ockham/core'
import type { CascadeSignal, ResolvedCascadeSearch } from './cascade-search-options.ts'
import { comparedFields, hasOutput } from './compared-fields.ts'

/** A number that tells how sure one is of a reply, from which on it is taken has to be found out. */
export interface ThresholdSignal {
  /** As it stands in the name of a cascade. */
  readonly name: string
  /** Undefined for a predictor whose replies it says nothing of. */
  confidence(predictor: Predictor): Confidence | undefined
}

type MakeSignal = (lm: LM, options: ResolvedCascadeSearch) => ThresholdSignal | undefined

const makers: Readonly<Partial<Record<CascadeSignal, MakeSignal>>> = {
  'self-consistency': (_, options) => ({
    name: 'self-consistency',
    confidence(predictor) {
      const field = comparedFields(predictor, options)
      return agreement(field ? { field } : {})
    },
  }),
  'logprob-margin': ({ capabilities }) =>
    capabilities?.logprobs === true
      ? { name: 'logprob margin', confidence: () => logprobMargin() }
      : undefined,
  field: (_, { confidenceField }) => ({
    name: confidenceField,
    confidence: (predictor) =>
      hasOutput(predictor, confidenceField) ? fieldConfidence(confidenceField) : undefined,
  }),
  verifier: (_, { verify }) => verify && { name: 'verifier', confidence: () => verifier(verify) },
}

/** The signals that there are for replies of this LM to these predictors. */
export function thresholdSignals(
  lm: LM,
  predictors: readonly Predictor[],
  options: ResolvedCascadeSearch,
): ThresholdSignal[] {
  return options.signals
    .flatMap((signal) => makers[signal]?.(lm, options) ?? [])
    .filter((signal) => predictors.some((predictor) => signal.confidence(predictor)))
}
