import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { fieldList } from '../field-list.ts'
import { objective } from '../objective.ts'
import { outputNote } from '../output-note.ts'
import { perSignature } from '../per-signature.ts'
import { protocol } from '../protocol.ts'
import type { Template } from '../template.ts'
import { isNested } from './is-nested.ts'
import { outline } from './outline.ts'
import { outputShapes } from './output-shapes.ts'

/** What XMLAdapter says of a signature in every call. */
export const xmlTemplate: (signature: Signature) => Template = perSignature((signature) => {
  const outlines = outlinesOf(signature)
  return {
    system: [fieldList(signature), structure(signature, outlines), objective(signature)].join('\n'),
    request: request(signature.outputFields, outlines),
  }
})

/** The outlines of the output fields that are written as nested tags. */
function outlinesOf(signature: Signature): ReadonlyMap<string, string> {
  const outlines = new Map<string, string>()
  for (const { name, type } of signature.outputFields) {
    const shape = outputShapes(signature).get(name)
    if (shape && isNested(type)) outlines.set(name, outline(name, shape))
  }
  return outlines
}

function structure(signature: Signature, outlines: ReadonlyMap<string, string>): string {
  const inputs = signature.inputFields.map(({ name }) => protocol.tagged(name, `{${name}}`))
  const outputs = signature.outputFields.map(
    ({ name, type }) => outlines.get(name) ?? protocol.tagged(name, `{${name}}${outputNote(type)}`),
  )
  return [protocol.structure, inputs.join('\n\n'), outputs.join('\n\n')].join('\n\n')
}

function request(fields: readonly Field[], outlines: ReadonlyMap<string, string>): string {
  const names = fields.map(({ name }) => `\`<${name}>\``).join(', then ')
  const nested = outlines.size > 0 ? `${protocol.xmlNested}${[...outlines.values()].join(' ')}` : ''
  return `${protocol.xmlRespond}${names}.${nested}`
}
