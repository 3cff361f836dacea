import { SignatureError } from '../../errors/signature-error.ts'
import { Module } from '../../module/module.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import type { Signature } from '../../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../../signature/signature-like.ts'
import { checkInputs } from '../check-inputs.ts'
import { checkCodeNames } from '../code/check-code-names.ts'
import type { CodeSession } from '../code/code-session.ts'
import { codeVariables } from '../code/code-variables.ts'
import { toolFunctions } from '../code/tool-functions.ts'
import { Trajectory } from '../code/trajectory.ts'
import { withInterpreter } from '../code/with-interpreter.ts'
import { Predict } from '../predict.ts'
import { resolveCall } from '../resolve-call.ts'
import { type REPLEntry, replHistory } from './repl-entry.ts'
import { replStep } from './repl-step.ts'
import { type ResolvedRLMOptions, type RLMOptions, resolveRLMOptions } from './rlm-options.ts'
import { type RLMSignatures, rlmSignatures } from './rlm-signatures.ts'
import { subLMFunctions } from './sub-lm-functions.ts'
import { variablesInfo } from './variables-info.ts'

const givenNames = ['llm_query', 'llm_query_batched', 'SUBMIT']

/** What an `RLM` answers: the outputs, the steps that led to them, and the reasoning of the last one. */
export type RLMOutputs<Outputs extends object> = Outputs & {
  trajectory: readonly REPLEntry[]
  final_reasoning: string
}

/**
 * Works on inputs that may be far larger than a context window: they are variables of a REPL in which the
 * LM writes code, asks LMs about parts of them, and submits the outputs (dspy.RLM).
 */
export class RLM<const S extends SignatureLike> extends Module<
  InferInputs<S>,
  RLMOutputs<InferOutputs<S>>
> {
  readonly signature: Signature<InferInputs<S>, InferOutputs<S>>
  readonly options: ResolvedRLMOptions
  // The names of these fields stand in saved states, so they are DSPy's.
  generate_action: Predict<RLMSignatures<InferOutputs<S>>['action']>
  extract: Predict<RLMSignatures<InferOutputs<S>>['extract']>

  constructor(signature: CheckLike<S>, options: RLMOptions = {}) {
    super()
    // The signature is the one that S describes.
    this.signature = makeSignature(signature) as Signature<InferInputs<S>, InferOutputs<S>>
    this.options = resolveRLMOptions(options)
    checkCodeNames(this.signature, this.options.tools, givenNames)
    checkOutputNames(this.signature)
    const { action, extract } = rlmSignatures(this.signature, this.options)
    this.generate_action = new Predict(action, this.options.config)
    this.extract = new Predict(extract, this.options.config)
  }

  override async forward(inputs: InferInputs<S>): Promise<RLMOutputs<InferOutputs<S>>> {
    const { signature } = this
    const { interpreter: make, maxLLMCalls, subLM, tools } = this.options
    const variables = codeVariables(signature.inputFields, checkInputs(signature, inputs))
    const functions = {
      ...toolFunctions(tools),
      ...subLMFunctions(() => subLM ?? resolveCall(this.generate_action).lm, maxLLMCalls),
    }
    return withInterpreter({ make, functions, finals: ['SUBMIT'], variables }, (session) =>
      this.explore(session, variablesInfo(signature.inputFields, variables)),
    )
  }

  private async explore(
    session: CodeSession,
    variables_info: string,
  ): Promise<RLMOutputs<InferOutputs<S>>> {
    const { signature } = this
    const { maxIters, maxOutputCharacters } = this.options
    const trajectory = new Trajectory<REPLEntry>()
    const told = (steps: readonly REPLEntry[], from: number) => ({
      variables_info,
      repl_history: replHistory(steps, from, session.language),
    })
    for (let step = 1; step <= maxIters; step += 1) {
      const action = await trajectory.next((steps, from) =>
        this.generate_action({ ...told(steps, from), iteration: `${step}/${maxIters}` }),
      )
      if (!action) break
      const { entry, outputs } = await replStep({ session, signature, maxOutputCharacters }, action)
      trajectory.steps.push(entry)
      if (outputs) return this.outputs(outputs, trajectory, entry.reasoning)
    }
    const extracted = await trajectory.ask((steps, from) => this.extract(told(steps, from)))
    return this.outputs(extracted, trajectory, 'The steps ran out, so the outputs are from them.')
  }

  private outputs(
    outputs: object,
    { steps }: Trajectory<REPLEntry>,
    final_reasoning: string,
  ): RLMOutputs<InferOutputs<S>> {
    // The outputs were read as the signature's types.
    return { ...outputs, trajectory: steps, final_reasoning } as RLMOutputs<InferOutputs<S>>
  }
}

function checkOutputNames({ outputs }: Signature): void {
  for (const name of ['trajectory', 'final_reasoning']) {
    if (!Object.hasOwn(outputs, name)) continue
    throw new SignatureError(
      `The output \`${name}\` has the name of what an RLM adds; rename it.`,
      name,
    )
  }
}
