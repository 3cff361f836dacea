import type { LMMessage } from '../../lm/lm-message.ts'
import { formatValue } from '../../schema/format-value/format-value.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo, FormatOptions } from '../adapter.ts'
import type { AdapterOptions } from '../adapter-options.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import type { PartialValue } from '../partial/partial-value.ts'
import { protocol } from '../protocol.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { looseXMLReading } from './loose-xml-reading.ts'
import { PartialXMLOrJSON } from './partial-xml-or-json.ts'
import { strictXMLReading } from './strict-xml-reading.ts'
import { XMLFieldStream } from './xml-field-stream.ts'
import { xmlReply } from './xml-reply.ts'
import { xmlTemplate } from './xml-template.ts'

const notations = [
  [strictXMLReading, looseXMLReading],
  [looseSectionReading],
  [jsonReading],
  [labelReading],
]

/** DSPy's XML prompt format: every field between tags of its name, byte for byte those of DSPy 3.3.1. */
export class XMLAdapter implements Adapter {
  readonly name = 'XMLAdapter'
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
    const wording = { ...xmlTemplate(signature), input, reply: xmlReply }
    return formatMessages(signature, demos, inputs, wording, native)
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, notations)
  }

  fieldStream(signature: Signature): FieldStream {
    return new XMLFieldStream(signature.outputFields.map((field) => field.name))
  }

  partialValue(field: Field): PartialValue {
    return new PartialXMLOrJSON(field)
  }
}

function input({ name, type }: Field, value: unknown): string {
  return protocol.tagged(name, formatValue(type, value, true))
}
