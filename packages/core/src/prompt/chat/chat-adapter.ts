import type { LMMessage } from '../../lm/lm-message.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo, FormatOptions } from '../adapter.ts'
import type { AdapterOptions } from '../adapter-options.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import { protocol } from '../protocol.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { sectionReading } from '../reading/section-reading.ts'
import { tagReading } from '../reading/tag-reading.ts'
import { inputSection, outputSections } from '../sections.ts'
import { ChatFieldStream } from './chat-field-stream.ts'
import { chatTemplate } from './chat-template.ts'

const notations = [
  [sectionReading, looseSectionReading],
  [jsonReading],
  [tagReading],
  [labelReading],
]

/** DSPy's default prompt format: `[[ ## field ## ]]` sections, byte for byte those of DSPy 3.3.1. */
export class ChatAdapter implements Adapter {
  readonly name = 'ChatAdapter'
  readonly useNativeFunctionCalling: boolean

  constructor({ useNativeFunctionCalling = false }: AdapterOptions = {}) {
    this.useNativeFunctionCalling = useNativeFunctionCalling
  }

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
    { native = this.useNativeFunctionCalling }: FormatOptions = {},
  ): LMMessage[] {
    const wording = { ...chatTemplate(signature), input: inputSection, reply }
    return formatMessages(signature, demos, inputs, wording, native)
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, notations)
  }

  fieldStream(signature: Signature): FieldStream {
    return new ChatFieldStream(signature.outputFields.map((field) => field.name))
  }
}

function reply(outputs: readonly Field[], values: Demo, missing: string | null): string {
  return `${outputSections(outputs, values, missing ?? 'None')}\n\n${protocol.completed}\n`
}
