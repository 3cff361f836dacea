import { OptionError, type Verify } from '@ockham/core'

const cascadeSignals = [
  'models-agree',
  'self-consistency',
  'logprob-margin',
  'field',
  'verifier',
] as const

/** What may tell whether a cheap model's reply is good enough. */
export type CascadeSignal = (typeof cascadeSignals)[number]

/** What cascades may be made of. */
export interface CascadeSearchOptions {
  /**
   * By default `models-agree`, `verifier` where there is a `verify`, `field` where a signature has that field, and
   * `logprob-margin` for LMs whose capabilities say that they tell them. `self-consistency` takes two more calls.
   */
  signals?: readonly CascadeSignal[]
  /** The output field by which replies are compared; by default all but `reasoning` and the confidence. */
  field?: string
  /** The output field in which a model says how sure it is; `confidence` by default. */
  confidenceField?: string
  /** Says whether a reply is good, or how sure that is, from 0 to 1. */
  verify?: Verify
}

/** What cascades are made of. */
export interface ResolvedCascadeSearch {
  readonly signals: readonly CascadeSignal[]
  readonly field: string | undefined
  readonly confidenceField: string
  readonly verify: Verify | undefined
  /** Option names of fields that some predictor must have, since they were asked for. */
  readonly requiredFields: readonly (readonly [option: string, field: string])[]
}

const defaults = { confidenceField: 'confidence' } as const

/** Fills in the defaults; throws `OptionError` for signals that are not known, or that lack what they judge by. */
export function resolveCascadeSearchOptions(
  options: CascadeSearchOptions = {},
): ResolvedCascadeSearch {
  const { field, verify, confidenceField = defaults.confidenceField } = options
  const usual: readonly CascadeSignal[] = [
    'models-agree',
    ...(verify ? (['verifier'] as const) : []),
    'field',
    'logprob-margin',
  ]
  const signals = [...new Set(options.signals ?? usual)]
  const unknown = signals.find((signal) => !cascadeSignals.includes(signal))
  if (unknown !== undefined || signals.length === 0) {
    const problem = unknown === undefined ? 'is empty' : `"${unknown}" is not known`
    throw new OptionError('cascade.signals', `${problem}; use ${cascadeSignals.join(', ')}.`)
  }
  if (signals.includes('verifier') !== (verify !== undefined)) {
    const problem = verify ? 'is not among the `signals`' : 'is missing'
    throw new OptionError('cascade.verify', `${problem}: "verifier" and \`verify\` go together.`)
  }
  const isFieldAsked = options.confidenceField !== undefined || options.signals?.includes('field')
  return {
    signals,
    field,
    confidenceField,
    verify,
    requiredFields: [
      ...(field === undefined ? [] : [['cascade.field', field] as const]),
      ...(isFieldAsked ? [['cascade.confidenceField', confidenceField] as const] : []),
    ],
  }
}
