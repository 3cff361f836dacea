import type { LMCapabilities } from '../../lm/lm.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo, FormatOptions } from '../adapter.ts'
import type { AdapterOptions } from '../adapter-options.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import { perSignature } from '../per-signature.ts'
import { plainType } from '../plain-type.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { tagReading } from '../reading/tag-reading.ts'
import { inputSection } from '../sections.ts'
import type { Wording } from '../wording.ts'
import { JSONFieldStream } from './json-field-stream.ts'
import { jsonReply } from './json-reply.ts'
import { jsonTemplate } from './json-template.ts'
import { outputSchema } from './output-schema.ts'
import { strictSchema } from './strict-schema.ts'

const replySchema = perSignature((signature) => ({ schema: strictSchema(outputSchema(signature)) }))

const notations = [[jsonReading], [looseSectionReading], [tagReading], [labelReading]]

/** DSPy's JSON prompt format: sections in, one JSON object out, byte for byte those of DSPy 3.3.1. */
export class JSONAdapter implements Adapter {
  readonly name: string = 'JSONAdapter'
  readonly useNativeFunctionCalling: boolean

  constructor({ useNativeFunctionCalling = true }: AdapterOptions = {}) {
    this.useNativeFunctionCalling = useNativeFunctionCalling
  }

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
    { native = this.useNativeFunctionCalling }: FormatOptions = {},
  ): LMMessage[] {
    return formatMessages(signature, demos, inputs, this.wording(signature), native)
  }

  protected wording(signature: Signature): Wording {
    return {
      ...jsonTemplate(signature),
      input: inputSection,
      reply: jsonReply,
    }
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, notations)
  }

  fieldStream(signature: Signature): FieldStream {
    const { outputFields } = signature
    const texts = outputFields.filter((field) => plainType(field.type).kind === 'str')
    return new JSONFieldStream(
      outputFields.map((field) => field.name),
      texts.map((field) => field.name),
    )
  }

  config(signature: Signature, capabilities: LMCapabilities): LMConfig {
    if (capabilities.jsonSchema === true) {
      const { schema } = replySchema(signature)
      if (schema) {
        return { responseFormat: { type: 'json_schema', name: 'outputs', schema, strict: true } }
      }
    }
    return capabilities.jsonObject === true ? { responseFormat: { type: 'json_object' } } : {}
  }
}
