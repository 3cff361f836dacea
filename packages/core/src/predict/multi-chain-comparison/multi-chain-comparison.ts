import { InputError } from '../../errors/input-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import type { Prediction } from '../../example/prediction.ts'
import { predictionMeta } from '../../example/prediction-meta.ts'
import { isRecord } from '../../internal/is-record.ts'
import { Module } from '../../module/module.ts'
import { protocol } from '../../prompt/protocol.ts'
import type { Field } from '../../signature/field.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import type { Signature } from '../../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../../signature/signature-like.ts'
import { Predict } from '../predict.ts'
import { attemptText } from './attempt-text.ts'
import {
  type MultiChainComparisonOptions,
  resolveMultiChainComparisonOptions,
} from './multi-chain-comparison-options.ts'
import type { ReasonedAttempt } from './reasoned-attempt.ts'

/** The outputs of a signature behind what comparing the attempts has shown. */
export type WithRationale<Outputs extends object> = { rationale: string } & Outputs

/** The attempts to compare: `m` predictions, or one that was made with `n` completions. */
export type Completions<Outputs extends object> =
  | readonly ReasonedAttempt<Outputs>[]
  | Prediction<ReasonedAttempt<Outputs>>

/** Answers after comparing several reasoned attempts (dspy.MultiChainComparison): a first output `rationale`. */
export class MultiChainComparison<const S extends SignatureLike> extends Module<
  InferInputs<S> & { completions: Completions<InferOutputs<S>> },
  WithRationale<InferOutputs<S>>
> {
  m: number
  predict: Predict<Signature<InferInputs<S>, WithRationale<InferOutputs<S>>>>

  /** Throws `SignatureError` when an input is called `completions`, and `OptionError`. */
  constructor(signature: CheckLike<S>, options: MultiChainComparisonOptions = {}) {
    super()
    const { m, config } = resolveMultiChainComparisonOptions(options)
    this.m = m
    // The attempts are inputs that only this module gives, so they are not in the type.
    const compared = comparedSignature(makeSignature(signature), m)
    this.predict = new Predict(
      compared as Signature<InferInputs<S>, WithRationale<InferOutputs<S>>>,
      config,
    )
  }

  override async forward({
    completions,
    ...inputs
  }: InferInputs<S> & { completions: Completions<InferOutputs<S>> }): Promise<
    Prediction<WithRationale<InferOutputs<S>>>
  > {
    const attempts = listOf(completions)
    const answerField = this.predict.signature.outputFields.at(-1)
    if (attempts.length !== this.m || answerField === undefined) {
      throw new InputError(
        `There are ${attempts.length} completions to compare and \`m\` is ${this.m}: set \`m\` to how many there are.`,
        {},
      )
    }
    const texts = attempts.map((attempt, index) => [
      attemptName(index),
      attemptText(attempt, answerField),
    ])
    // What is left without the completions are the inputs of the signature.
    return this.predict({ ...Object.fromEntries(texts), ...inputs } as InferInputs<S>)
  }
}

function comparedSignature(given: Signature, m: number): Signature {
  if ('completions' in given.inputs) {
    throw new SignatureError(
      'An input cannot be called `completions`, which is how a comparison is given its attempts.',
      'completions',
    )
  }
  const attempt = { type: 'str', side: 'input', description: protocol.attemptField } as const
  let signature = given
  for (let index = 0; index < m; index += 1) {
    signature = signature.append(attemptName(index), attempt)
  }
  if ('rationale' in signature.outputs) return signature
  return signature.prepend('rationale', { description: protocol.rationaleField })
}

function attemptName(index: number): Field['name'] {
  return `reasoning_attempt_${index + 1}`
}

function listOf(completions: object): readonly unknown[] {
  if (Array.isArray(completions)) return completions
  if (isRecord(completions)) return predictionMeta(completions)?.completions ?? [completions]
  throw new InputError('The attempts to compare are missing: pass them as `completions`.', {
    missing: ['completions'],
  })
}
