import { Module } from '../../module/module.ts'
import type { Tool } from '../../schema/special/tool.ts'
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
import { Predict } from '../predict.ts'
import { resolveCall } from '../resolve-call.ts'
import { type AgentOptions, resolveAgentOptions } from '../tools/agent-options.ts'
import { askFitting, type TurnsInView } from '../tools/ask-fitting.ts'
import { toolsByName } from '../tools/tools-by-name.ts'
import { extractSignature } from './extract-signature.ts'
import { finish } from './finish.ts'
import { type ReActStep, stepSignature } from './step-signature.ts'
import { takeSteps } from './take-steps.ts'
import { toldTrajectory } from './told-trajectory.ts'
import { type Trajectory, trajectoryOf } from './trajectory.ts'

/** What an agent found out and how: the outputs, the reasoning that led to them, the steps before. */
export type ReActOutputs<Outputs extends object> = {
  trajectory: Trajectory
} & WithReasoning<Outputs>

/**
 * An agent that thinks, calls a tool and looks at what came of it, step by step, then answers (dspy.ReAct).
 */
export class ReAct<const S extends SignatureLike> extends Module<
  InferInputs<S>,
  ReActOutputs<InferOutputs<S>>
> {
  readonly signature: Signature
  /** The tools, `finish` among them, which ends the steps. */
  readonly tools: readonly Tool[]
  /** Steps, at most. */
  maxIters: number
  /** Characters of an observation, at most. */
  maxObservationCharacters: number
  react: Predict<Signature<object, ReActStep>>
  extract: ChainOfThought<Signature<object, InferOutputs<S>>>

  /** Throws `OptionError` for options, and `SignatureError` for a signature, that cannot be used. */
  constructor(signature: CheckLike<S>, options: AgentOptions) {
    super()
    const { tools, maxIters, maxObservationCharacters } = resolveAgentOptions(options)
    const task = makeSignature(signature)
    this.signature = task
    this.tools = [...toolsByName(tools, [finish.name]).values(), finish.tool(task)]
    this.maxIters = maxIters
    this.maxObservationCharacters = maxObservationCharacters
    this.react = new Predict(stepSignature(task, this.tools))
    // The outputs are those of the signature that S describes.
    const extracted = extractSignature(task) as Signature<object, InferOutputs<S>>
    this.extract = new ChainOfThought(extracted)
  }

  override async forward(inputs: InferInputs<S>): Promise<ReActOutputs<InferOutputs<S>>> {
    const given = checkInputs(this.signature, inputs)
    const view: TurnsInView = { dropped: 0 }
    const steps = await takeSteps(this, given, view)
    const { adapter } = resolveCall(this.extract.predict)
    const answer = await askFitting(steps.length, view, () => {
      const trajectory = toldTrajectory(adapter, trajectoryOf(steps, view.dropped))
      return this.extract({ ...given, trajectory })
    })
    return { trajectory: trajectoryOf(steps), ...answer }
  }
}
