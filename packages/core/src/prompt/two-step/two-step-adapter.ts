import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import type { LM } from '../../lm/lm.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo, FormatOptions, ParseOptions } from '../adapter.ts'
import type { AdapterOptions } from '../adapter-options.ts'
import { ChatAdapter } from '../chat/chat-adapter.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import { extractorSignature } from './extractor-signature.ts'
import { twoStepWording } from './two-step-wording.ts'

/** What a TwoStepAdapter is made with: the LM that takes the fields out of the first one's reply. */
export interface TwoStepOptions extends AdapterOptions {
  readonly lm: LM
}

const chat = new ChatAdapter()

/**
 * Lets an LM answer freely and has a second one, usually a small one, take the fields out of the answer:
 * for reasoning models, which answer worse in a set form (dspy.TwoStepAdapter).
 */
export class TwoStepAdapter implements Adapter {
  readonly name = 'TwoStepAdapter'
  readonly useNativeFunctionCalling: boolean
  readonly lm: LM

  constructor({ lm, useNativeFunctionCalling = false }: TwoStepOptions) {
    this.lm = lm
    this.useNativeFunctionCalling = useNativeFunctionCalling
  }

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
    { native = this.useNativeFunctionCalling }: FormatOptions = {},
  ): LMMessage[] {
    return formatMessages(signature, demos, inputs, twoStepWording(signature), native)
  }

  /** Asks the second LM; throws `AdapterParseError` when its reply cannot be read, and what the LM throws. */
  async parse<Outputs extends object>(
    signature: Signature<object, Outputs>,
    text: string,
    { signal, generate = (lm, request) => lm.generate(request) }: ParseOptions = {},
  ): Promise<Outputs> {
    const extractor = extractorSignature(signature)
    const [input] = extractor.inputFields
    const messages = chat.format(extractor, [], input ? { [input.name]: text } : {})
    const request = { messages, ...(signal ? { signal } : {}) }
    const response = await generate(this.lm, request, () => chat.fieldStream(extractor))
    try {
      // The extractor has the outputs of the signature, so what it reads has their types.
      return chat.parse(extractor, response.outputs[0]?.text ?? '') as Outputs
    } catch (cause) {
      if (!AdapterParseError.is(cause)) throw cause
      const { field, partial } = cause
      const reason = `${this.lm.model} did not find it in the reply`
      throw new AdapterParseError({ adapter: this.name, field, partial, text, reason, cause })
    }
  }

  /** No field stands in the first reply; they come with that of the second LM. */
  fieldStream(): FieldStream {
    return { push: () => [], end: () => [] }
  }
}
