import type { LMCapabilities } from '../../lm/lm.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Signature } from '../../signature/signature.ts'
import type { Adapter, Demo } from '../adapter.ts'
import type { FieldStream } from '../field-stream.ts'
import { formatMessages } from '../format-messages.ts'
import { plainType } from '../plain-type.ts'
import { protocol } from '../protocol.ts'
import { jsonReading } from '../reading/json-reading.ts'
import { labelReading } from '../reading/label-reading.ts'
import { looseSectionReading } from '../reading/loose-section-reading.ts'
import { readReply } from '../reading/read-reply.ts'
import { tagReading } from '../reading/tag-reading.ts'
import { JSONFieldStream } from './json-field-stream.ts'
import { jsonTemplate } from './json-template.ts'
import { outputJSONSchema } from './output-json-schema.ts'
import { outputsType } from './outputs-type.ts'

const readings = [jsonReading, looseSectionReading, tagReading, labelReading]

/** DSPy's JSON prompt format: sections in, one JSON object out, byte for byte those of DSPy 3.3.1. */
export class JSONAdapter implements Adapter {
  readonly name = 'JSONAdapter'

  format(
    signature: Signature,
    demos: readonly Demo[],
    inputs: Readonly<Record<string, unknown>>,
  ): LMMessage[] {
    return formatMessages(signature, demos, inputs, {
      ...jsonTemplate(signature),
      frame: protocol.headed,
      demoReply: (demo) => reply(signature, demo, protocol.notSupplied),
      turnReply: (turn) => reply(signature, turn, null),
    })
  }

  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    return readReply(this.name, signature, text, readings)
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
      const schema = outputJSONSchema(signature)
      if (schema) {
        return { responseFormat: { type: 'json_schema', name: 'outputs', schema, strict: true } }
      }
    }
    return capabilities.jsonObject === true || capabilities.jsonSchema === true
      ? { responseFormat: { type: 'json_object' } }
      : {}
  }
}

function reply(signature: Signature, demo: Demo, missing: string | null): string {
  const values: Record<string, unknown> = {}
  for (const { name } of signature.outputFields) {
    values[name] = demo[name] === undefined ? missing : demo[name]
  }
  return pythonJSON(outputsType(signature), values, 2)
}
