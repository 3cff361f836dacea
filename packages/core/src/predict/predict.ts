import type { Prediction } from '../example/prediction.ts'
import type { LM } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import { Module } from '../module/module.ts'
import type { Predictor } from '../module/predictor.ts'
import type { Demo } from '../prompt/adapter.ts'
import { makeSignature } from '../signature/make-signature.ts'
import type { Signature } from '../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../signature/signature-like.ts'
import { answer } from './answer.ts'

/** One LM call by a signature: the building block of every program (dspy.Predict). */
export class Predict<const S extends SignatureLike>
  extends Module<InferInputs<S>, InferOutputs<S>>
  implements Predictor
{
  signature: Signature
  demos: readonly Demo[] = []
  lm: LM | undefined = undefined
  config: LMConfig

  constructor(signature: CheckLike<S>, config: LMConfig = {}) {
    super()
    this.signature = makeSignature(signature)
    this.config = config
  }

  override forward(inputs: InferInputs<S>): Promise<Prediction<InferOutputs<S>>> {
    // The signature is the one that S describes, so its outputs have S's types.
    return answer(this, inputs) as Promise<Prediction<InferOutputs<S>>>
  }

  /** Marks a predictor, also one of another copy of the package. */
  get $predictor(): true {
    return true
  }
}
