import { History } from '../../example/history.ts'
import { Module } from '../../module/module.ts'
import { isHistory } from '../../prompt/is-history.ts'
import { readSpecial } from '../../schema/special/read-special.ts'
import type { SpecialTypes } from '../../schema/special/special-types.ts'
import type { Tool } from '../../schema/special/tool.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import type { Signature } from '../../signature/signature.ts'
import type {
  CheckLike,
  InferInputs,
  InferOutputs,
  SignatureLike,
} from '../../signature/signature-like.ts'
import { checkInputs } from '../check-inputs.ts'
import { Predict } from '../predict.ts'
import { extractSignature } from '../react/extract-signature.ts'
import { toolsByName } from '../tools/tools-by-name.ts'
import { Conversation } from './conversation.ts'
import { extractOutputs } from './extract-outputs.ts'
import { forceSubmit } from './force-submit.ts'
import { type ReActV2Options, resolveReActV2Options } from './react-v2-options.ts'
import { submitTool } from './submit-tool.ts'
import { takeTurns } from './take-turns.ts'
import { type ReActTurn, turnSignature } from './turn-signature.ts'

/** The inputs of the task, and the conversation so far, if it goes on. */
export type ReActV2Inputs<Inputs extends object> = Inputs & { history?: SpecialTypes['History'] }

/** How the outputs came about: submitted, submitted because it had to be, or read out of what was found. */
export type TerminationReason = 'submit' | 'forced_submit' | 'extract'

/** The outputs, the conversation with all turns of this run, and how the outputs came about. */
export type ReActV2Outputs<Outputs extends object> = Outputs & {
  history: History
  terminationReason: TerminationReason
}

/**
 * An agent that calls tools as its LM does natively, several at once, until it calls `submit` with the
 * outputs (dspy.ReActV2). It never ends without outputs.
 */
export class ReActV2<const S extends SignatureLike> extends Module<
  ReActV2Inputs<InferInputs<S>>,
  ReActV2Outputs<InferOutputs<S>>
> {
  readonly signature: Signature
  /** The tools, `submit` among them, which takes the outputs. */
  readonly tools: readonly Tool[]
  /** Turns, at most. */
  maxIters: number
  /** Characters of a tool's result, at most. */
  maxObservationCharacters: number
  /** Tool calls of one turn that run at once, at most. */
  concurrency: number
  react: Predict<Signature<object, ReActTurn>>

  /** Throws `OptionError` for options, and `SignatureError` for a signature, that cannot be used. */
  constructor(signature: CheckLike<S>, options: ReActV2Options) {
    super()
    const { tools, maxIters, maxObservationCharacters, concurrency } =
      resolveReActV2Options(options)
    const task = withoutHistory(makeSignature(signature))
    this.signature = task
    this.tools = [...toolsByName(tools, ['submit']).values(), submitTool(task)]
    this.maxIters = maxIters
    this.maxObservationCharacters = maxObservationCharacters
    this.concurrency = concurrency
    this.react = new Predict(turnSignature(task, this.tools))
  }

  override async forward(
    inputs: ReActV2Inputs<InferInputs<S>>,
  ): Promise<ReActV2Outputs<InferOutputs<S>>> {
    const { history, ...own } = inputs
    const { messages } = readSpecial('History', history ?? { messages: [] })
    const conversation = new Conversation(messages, checkInputs(this.signature, own))
    const { outputs, terminationReason } = await this.work(conversation)
    // What was read by the signature has the types that S gives its outputs.
    return {
      ...(outputs as InferOutputs<S>),
      history: new History(conversation.messages),
      terminationReason,
    }
  }

  private async work(
    conversation: Conversation,
  ): Promise<{ outputs: object; terminationReason: TerminationReason }> {
    const submitted = await takeTurns(this, conversation)
    if (submitted) return { outputs: submitted, terminationReason: 'submit' }
    const forced = await forceSubmit(this, conversation)
    if (forced) return { outputs: forced, terminationReason: 'forced_submit' }
    const extracted = extractSignature(this.signature)
    const outputs = await extractOutputs(this.react, extracted, conversation)
    conversation.addOutputs(outputs)
    return { outputs, terminationReason: 'extract' }
  }
}

// The agent has a history of its own, of the same name and kind.
function withoutHistory(task: Signature): Signature {
  return task.inputFields.some((field) => field.name === 'history' && isHistory(field))
    ? task.delete('history')
    : task
}
