import type { Signature } from '../../signature/signature.ts'
import { fieldList } from '../field-list.ts'
import { jsonTemplate } from '../json/json-template.ts'
import { objective } from '../objective.ts'
import { perSignature } from '../per-signature.ts'
import { protocol } from '../protocol.ts'
import type { Template } from '../template.ts'
import { bamlType } from './baml-type.ts'

/** What BAMLAdapter says of a signature in every call. */
export const bamlTemplate: (signature: Signature) => Template = perSignature((signature) => ({
  system: [fieldList(signature), structure(signature), objective(signature)].join('\n'),
  request: jsonTemplate(signature).request,
}))

function structure({ inputFields, outputFields }: Signature): string {
  return [
    `${protocol.structure}\n`,
    ...inputFields.map(({ name }) => protocol.headed(name, `{${name}}\n`)),
    ...outputFields.map(({ name, type }) =>
      protocol.headed(name, `\`${name}\` is of this type: ${bamlType(type)}\n`),
    ),
    protocol.completed,
  ].join('\n')
}
