import { pythonStrip } from '../internal/python-strip.ts'
import type { Constraints, FieldType } from '../schema/field-type.ts'
import { isConstraintName } from '../schema/is-constraint-name.ts'
import { typeName } from '../schema/type-name.ts'
import type { Field } from '../signature/field.ts'
import type { Signature } from '../signature/signature.ts'
import { protocol } from './protocol.ts'

const constraintWords: Readonly<Record<keyof Constraints, string>> = {
  gt: 'greater than: ',
  ge: 'greater than or equal to: ',
  lt: 'less than: ',
  le: 'less than or equal to: ',
  minLength: 'minimum length: ',
  maxLength: 'maximum length: ',
  multipleOf: 'a multiple of the given number: ',
}

/** The part of the system message that lists the fields with their types and descriptions. */
export function fieldList(signature: Signature): string {
  return [
    protocol.inputFields,
    listedFields(signature.inputFields),
    protocol.outputFields,
    listedFields(signature.outputFields),
  ].join('\n')
}

/** Fields as a numbered list. */
export function listedFields(fields: readonly Field[]): string {
  // DSPy strips each list, which takes the space behind the last colon; a wire fact.
  return pythonStrip(fields.map(listedField).join('\n'))
}

function listedField(field: Field, index: number): string {
  const constraints = field.constraints
    ? `\n${protocol.constraints}${inWords(field.constraints)}`
    : ''
  return `${index + 1}. \`${field.name}\` (${typeName(field.type)}): ${shownDescription(field)}${typeDescriptions(field.type)}${constraints}`
}

// DSPy's placeholder for a description that nobody wrote.
function shownDescription({ name, description = '' }: Field): string {
  return description === `\${${name}}` ? '' : description
}

// Types whose values need explaining say so wherever they occur in a field's type.
function typeDescriptions(type: FieldType): string {
  switch (type.kind) {
    case 'special': {
      const description = specialDescription(type)
      return description === '' ? '' : protocol.typeDescription(typeName(type), description)
    }
    case 'list':
      return type.item ? typeDescriptions(type.item) : ''
    case 'dict':
      return type.value ? typeDescriptions(type.value) : ''
    case 'union':
      return type.options.map(typeDescriptions).join('')
    case 'tuple':
      return type.items.map(typeDescriptions).join('')
    default:
      return ''
  }
}

function specialDescription(type: Extract<FieldType, { kind: 'special' }>): string {
  switch (type.name) {
    case 'Code':
      return protocol.code(type.language ?? 'python')
    case 'Document':
      return protocol.document
    case 'Citations':
      return protocol.citations
    case 'ToolCalls':
      return protocol.toolCallsType
    default:
      return ''
  }
}

function inWords(constraints: Constraints): string {
  const words: string[] = []
  for (const [name, bound] of Object.entries(constraints)) {
    if (isConstraintName(name)) words.push(`${constraintWords[name]}${bound}`)
  }
  return words.join(', ')
}
