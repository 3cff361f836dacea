import type { AnswerShape, ChoiceOption } from './answer-shape.ts'
import { numberShape } from './number-bounds.ts'
import { splitTypeArguments } from './split-type-arguments.ts'

/** The shape that a type's printed name tells, such as `list[Literal['a', 'b']]`; undefined for a class. */
export function shapeOfTypeName(name: string, description = ''): AnswerShape | undefined {
  const generic = /^(\w+)\[(.*)\]$/s.exec(name)
  const parts = splitTypeArguments(generic?.[2] ?? '')
  switch (generic?.[1] ?? name) {
    case 'str':
      return { kind: 'text' }
    case 'bool':
      return { kind: 'boolean' }
    case 'int':
      return numberShape(true, description)
    case 'float':
      return numberShape(false, description)
    case 'list':
    case 'set':
      return { kind: 'list', item: partShape(parts[0]), minimum: 0, maximum: 20 }
    case 'dict':
      return { kind: 'map', value: partShape(parts[1]) }
    case 'tuple':
      return { kind: 'tuple', items: parts.filter((part) => part !== 'Ellipsis').map(partShape) }
    case 'Literal':
      return { kind: 'choice', options: parts.map(readLiteral) }
    case 'Optional':
    case 'Union':
    case 'UnionType':
      return unionShape(generic?.[1] === 'Optional' ? [...parts, 'NoneType'] : parts)
    default:
      return undefined
  }
}

function partShape(part: string | undefined): AnswerShape {
  return shapeOfTypeName(part ?? 'str') ?? { kind: 'text' }
}

function unionShape(parts: readonly string[]): AnswerShape | undefined {
  const real = parts.filter((part) => part !== 'NoneType' && part !== 'None')
  const inner = shapeOfTypeName(real[0] ?? '')
  if (real.length === parts.length) return inner
  // An optional class whose fields the prompt does not show can only be left out.
  if (inner === undefined) return { kind: 'null' }
  return { kind: 'optional', inner }
}

function readLiteral(text: string): ChoiceOption {
  if (text === 'True' || text === 'False') return text === 'True'
  if (text === 'None') return null
  const quoted = /^(['"])(.*)\1$/s.exec(text)
  if (quoted !== null) return (quoted[2] ?? '').replace(/\\(.)/gs, '$1')
  return Number.isNaN(Number(text)) ? text : Number(text)
}
