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
import { looseXMLReading } from './loose-xml-reading.ts'
import { strictXMLReading } from './strict-xml-reading.ts'
import { XMLFieldStream } from './xml-field-stream.ts'
import { xmlReply } from './xml-reply.ts'
import { xmlTemplate } from './xml-template.ts'

const readings = [strictXMLReading, looseXMLReading, looseSectionReading, jsonReading, labelReading]

/** DSPy's XML prompt format: every field between tags of its name, byte for byte those of DSPy 3.3.1. */
export class XMLAdapter implements Adapter {
  readonly name = 'XMLAdapter'

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
  ): LMMessage[] {
    return formatMessages(signature, demos, inputs, {
      ...xmlTemplate(signature),
      frame: protocol.tagged,
      demoReply: (demo) => xmlReply(signature, demo, protocol.notSupplied),
      turnReply: (turn) => xmlReply(signature, turn, 'None'),
    })
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, readings)
  }

  fieldStream(signature: Signature): FieldStream {
    return new XMLFieldStream(signature.outputFields.map((field) => field.name))
  }
}
