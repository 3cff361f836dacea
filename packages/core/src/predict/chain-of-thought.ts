import type { Prediction } from '../example/prediction.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import { Module } from '../module/module.ts'
import { makeSignature } from '../signature/make-signature.ts'
import type { Signature } from '../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../signature/signature-like.ts'
import { Predict } from './predict.ts'

/** The outputs of a signature behind the reasoning that leads to them. */
export type WithReasoning<Outputs extends object> = { reasoning: string } & Outputs

/** Predict that asks the LM to reason before it answers (dspy.ChainOfThought): a first output `reasoning`. */
export class ChainOfThought<const S extends SignatureLike> extends Module<
  InferInputs<S>,
  WithReasoning<InferOutputs<S>>
> {
  predict: Predict<Signature<InferInputs<S>, WithReasoning<InferOutputs<S>>>>

  constructor(signature: CheckLike<S>, config: LMConfig = {}) {
    super()
    const base = makeSignature(signature)
    const reasoned = 'reasoning' in base.outputs ? base : base.prepend('reasoning', 'str')
    this.predict = new Predict(
      reasoned as Signature<InferInputs<S>, WithReasoning<InferOutputs<S>>>,
      config,
    )
  }

  override forward(inputs: InferInputs<S>): Promise<Prediction<WithReasoning<InferOutputs<S>>>> {
    return this.predict(inputs)
  }
}
