import type { FieldType } from '../../schema/field-type.ts'
import { typeOptions } from './type-options.ts'

/** What a value that begins may become. */
export type ContainerKind = 'list' | 'object'

type Kind = FieldType['kind']

const containers: Readonly<Record<ContainerKind, ReadonlySet<Kind>>> = {
  list: new Set<Kind>(['list', 'tuple', 'any']),
  object: new Set<Kind>(['dict', 'model', 'any']),
}
/** Kinds whose values may have been written as anything. */
const closed: ReadonlySet<Kind> = new Set<Kind>(['special', 'opaque'])

/** The type by which a list or an object grows; undefined where that shows only when it is complete. */
export function grownType(type: FieldType, kind: ContainerKind): FieldType | undefined {
  const takers = typeOptions(type).filter(
    (one) => containers[kind].has(one.kind) || closed.has(one.kind),
  )
  const [only, ...others] = takers
  return only && others.length === 0 && !closed.has(only.kind) ? only : undefined
}

/** Whether a text of a type can be shown before it is complete: of a literal, half a word is no value. */
export function growsAsText(type: FieldType): boolean {
  const options = typeOptions(type)
  return (
    options.some(({ kind }) => kind === 'str' || kind === 'any') &&
    !options.some(({ kind }) => closed.has(kind))
  )
}

/** Whether a whole field that begins like a container can turn out to be none. */
export function mayBeText(type: FieldType): boolean {
  return typeOptions(type).some(
    ({ kind }) =>
      kind === 'str' || kind === 'any' || kind === 'literal' || kind === 'enum' || closed.has(kind),
  )
}

/** The type of a member; undefined for one that will not be kept. */
export function memberOf(type: FieldType, key: string | number): FieldType | undefined {
  switch (type.kind) {
    case 'list':
      return type.item ?? anything
    case 'tuple':
      return typeof key === 'number' ? (type.items[key] ?? type.rest) : undefined
    case 'dict':
      return type.value ?? anything
    case 'model': {
      const declared = type.properties.find(({ name }) => name === key)?.type
      return declared ?? (type.open === true ? anything : undefined)
    }
    default:
      return anything
  }
}

const anything: FieldType = { kind: 'any' }
