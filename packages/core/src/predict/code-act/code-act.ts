import { Module } from '../../module/module.ts'
import { protocol } from '../../prompt/protocol.ts'
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
import type { CodeSession } from '../code/code-session.ts'
import { codeVariables } from '../code/code-variables.ts'
import { toolFunctions } from '../code/tool-functions.ts'
import { Trajectory } from '../code/trajectory.ts'
import { withInterpreter } from '../code/with-interpreter.ts'
import { Predict } from '../predict.ts'
import {
  type CodeActOptions,
  type ResolvedCodeActOptions,
  resolveCodeActOptions,
} from './code-act-options.ts'
import { type CodeActSignatures, codeActSignatures } from './code-act-signatures.ts'
import { codeStep } from './code-step.ts'

type Parts<S extends SignatureLike> = CodeActSignatures<InferInputs<S>, InferOutputs<S>>
type Entries = Readonly<Record<string, string>>

/**
 * What an agent that writes code answers: the outputs with their reasoning, and what it did: the keys
 * `generated_code_0`, `code_output_0`, `observation_0` and so on.
 */
export type CodeActOutputs<Outputs extends object> = {
  trajectory: Entries
} & WithReasoning<Outputs>

/** An agent that acts by JavaScript which calls its tools, and answers from what came of it (dspy.CodeAct). */
export class CodeAct<const S extends SignatureLike> extends Module<
  InferInputs<S>,
  CodeActOutputs<InferOutputs<S>>
> {
  readonly signature: Signature<InferInputs<S>, InferOutputs<S>>
  readonly options: ResolvedCodeActOptions
  codeact: Predict<Parts<S>['step']>
  extractor: ChainOfThought<Parts<S>['extract']>

  constructor(signature: CheckLike<S>, options: CodeActOptions) {
    super()
    // The signature is the one that S describes.
    this.signature = makeSignature(signature) as Signature<InferInputs<S>, InferOutputs<S>>
    this.options = resolveCodeActOptions(options)
    const { config, tools } = this.options
    checkCodeNames(this.signature, tools, [])
    const { step, extract } = codeActSignatures(this.signature, tools)
    this.codeact = new Predict(step, config)
    this.extractor = new ChainOfThought(extract, config)
  }

  override async forward(inputs: InferInputs<S>): Promise<CodeActOutputs<InferOutputs<S>>> {
    const { interpreter: make, tools } = this.options
    const variables = codeVariables(this.signature.inputFields, checkInputs(this.signature, inputs))
    const trajectory = new Trajectory<Entries>()
    await withInterpreter({ make, functions: toolFunctions(tools), variables }, (session) =>
      this.act(session, inputs, trajectory),
    )
    const answer = await trajectory.ask((steps) =>
      this.extractor({ ...inputs, trajectory: trajectoryText(steps) }),
    )
    return { ...answer, trajectory: Object.assign({}, ...trajectory.steps) }
  }

  private async act(
    session: CodeSession,
    inputs: InferInputs<S>,
    trajectory: Trajectory<Entries>,
  ): Promise<void> {
    for (let index = 0; index < this.options.maxIters; index += 1) {
      const written = await trajectory.next((steps) =>
        this.codeact({ ...inputs, trajectory: trajectoryText(steps) }),
      )
      if (!written) return
      const { entries, finished } = await codeStep(session, index, written)
      trajectory.steps.push(entries)
      if (finished) return
    }
  }
}

function trajectoryText(steps: readonly Entries[]): string {
  return steps
    .flatMap((entries) => Object.entries(entries))
    .map(([name, text]) => protocol.headed(name, text))
    .join('\n\n')
}
