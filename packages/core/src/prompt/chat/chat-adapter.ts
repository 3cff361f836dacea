import type { LMMessage } from '../../lm/lm-message.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo } from '../adapter.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import { protocol } from '../protocol.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { sectionReading } from '../reading/section-reading.ts'
import { tagReading } from '../reading/tag-reading.ts'
import { outputSections } from '../sections.ts'
import { ChatFieldStream } from './chat-field-stream.ts'
import { chatTemplate } from './chat-template.ts'

const readings = [sectionReading, looseSectionReading, jsonReading, tagReading, labelReading]

/** DSPy's default prompt format: `[[ ## field ## ]]` sections, byte for byte those of DSPy 3.3.1. */
export class ChatAdapter implements Adapter {
  readonly name = 'ChatAdapter'

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
  ): LMMessage[] {
    return formatMessages(signature, demos, inputs, {
      ...chatTemplate(signature),
      frame: protocol.headed,
      demoReply: (demo) => reply(signature, demo, protocol.notSupplied),
      turnReply: (turn) => reply(signature, turn, 'None'),
    })
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, readings)
  }

  fieldStream(signature: Signature): FieldStream {
    return new ChatFieldStream(signature.outputFields.map((field) => field.name))
  }
}

function reply(signature: Signature, demo: Demo, missing: string): string {
  const sections = outputSections(signature.outputFields, demo, missing)
  return `${sections.join('\n\n').trim()}\n\n${protocol.completed}\n`
}
