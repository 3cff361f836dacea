import type { Prediction } from '../../example/prediction.ts'
import { Module } from '../../module/module.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import type { Signature } from '../../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../../signature/signature-like.ts'
import { ChainOfThought, type WithReasoning } from '../chain-of-thought.ts'
import { checkInputs } from '../check-inputs.ts'
import { checkCodeNames } from '../code/check-code-names.ts'
import { codeVariables } from '../code/code-variables.ts'
import { withInterpreter } from '../code/with-interpreter.ts'
import {
  type ProgramOfThoughtOptions,
  type ResolvedProgramOfThoughtOptions,
  resolveProgramOfThoughtOptions,
} from './program-of-thought-options.ts'
import {
  type ProgramOfThoughtSignatures,
  programOfThoughtSignatures,
} from './program-of-thought-signatures.ts'
import { workingCode } from './working-code.ts'

type Parts<S extends SignatureLike> = ProgramOfThoughtSignatures<InferInputs<S>, InferOutputs<S>>

/**
 * Lets the LM write JavaScript, runs it, has it mended when it fails, and answers from what it gave
 * (dspy.ProgramOfThought). Throws `CodeGenerationError` when no code worked.
 */
export class ProgramOfThought<const S extends SignatureLike> extends Module<
  InferInputs<S>,
  WithReasoning<InferOutputs<S>>
> {
  readonly signature: Signature<InferInputs<S>, InferOutputs<S>>
  readonly options: ResolvedProgramOfThoughtOptions
  // The names of these fields stand in saved states, so they are DSPy's.
  code_generate: ChainOfThought<Parts<S>['generate']>
  code_regenerate: ChainOfThought<Parts<S>['regenerate']>
  generate_output: ChainOfThought<Parts<S>['answer']>

  constructor(signature: CheckLike<S>, options: ProgramOfThoughtOptions = {}) {
    super()
    // The signature is the one that S describes.
    this.signature = makeSignature(signature) as Signature<InferInputs<S>, InferOutputs<S>>
    this.options = resolveProgramOfThoughtOptions(options)
    checkCodeNames(this.signature, [], ['SUBMIT'])
    const { config } = this.options
    const { generate, regenerate, answer } = programOfThoughtSignatures(this.signature)
    this.code_generate = new ChainOfThought(generate, config)
    this.code_regenerate = new ChainOfThought(regenerate, config)
    this.generate_output = new ChainOfThought(answer, config)
  }

  override async forward(
    inputs: InferInputs<S>,
  ): Promise<Prediction<WithReasoning<InferOutputs<S>>>> {
    const variables = codeVariables(this.signature.inputFields, checkInputs(this.signature, inputs))
    const { interpreter: make, maxIters } = this.options
    const { code, output } = await withInterpreter(
      { make, finals: ['SUBMIT'], variables },
      (session) =>
        workingCode({
          session,
          maxIters,
          write: (failed) =>
            failed
              ? this.code_regenerate({
                  ...inputs,
                  previous_code: failed.code,
                  error: failed.reason,
                })
              : this.code_generate(inputs),
        }),
    )
    return this.generate_output({ ...inputs, final_generated_code: code, code_output: output })
  }
}
