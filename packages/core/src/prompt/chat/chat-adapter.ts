import type { LMMessage } from '../../lm/lm-message.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo } from '../adapter.ts'
import { demoTurns } from '../demo-turns.ts'
import type { FieldStream } from '../field-stream.ts'
import { historyTurns } from '../history-turns.ts'
import { protocol } from '../protocol.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { sectionReading } from '../reading/section-reading.ts'
import { tagReading } from '../reading/tag-reading.ts'
import { inputSections, outputSections } from '../sections.ts'
import { toContent } from '../to-content.ts'
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
    const { system, request } = chatTemplate(signature)
    const user = [...inputSections(signature.inputFields, inputs), request].join('\n\n').trim()
    return [
      { role: 'system', content: system },
      ...demoTurns(signature, demos, (demo) => reply(signature, demo, protocol.notSupplied)),
      ...historyTurns(signature, inputs, (turn) => reply(signature, turn, 'None')),
      { role: 'user', content: toContent(user) },
    ]
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
