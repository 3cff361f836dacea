import type { FieldType } from '../../schema/field-type.ts'
import { formatValue } from '../../schema/format-value/format-value.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { JSONAdapter } from '../json/json-adapter.ts'
import { protocol } from '../protocol.ts'
import type { Wording } from '../wording.ts'
import { bamlTemplate } from './baml-template.ts'

/** JSONAdapter with types told the short way of BAML, for nested models and small LMs (dspy.BAMLAdapter). */
export class BAMLAdapter extends JSONAdapter {
  override readonly name: string = 'BAMLAdapter'

  protected override wording(signature: Signature): Wording {
    return { ...super.wording(signature), ...bamlTemplate(signature), input }
  }
}

// A model stands as JSON over several lines, which is easier to read than one.
function input({ name, type }: Field, value: unknown): string {
  const isModel = typeof value === 'object' && value !== null && mayBeModel(type)
  return protocol.headed(
    name,
    isModel ? pythonJSON(type, value, { indent: 2, marked: true }) : formatValue(type, value, true),
  )
}

function mayBeModel(type: FieldType): boolean {
  if (type.kind === 'refined') return mayBeModel(type.base)
  return type.kind === 'union' ? type.options.some(mayBeModel) : type.kind === 'model'
}
