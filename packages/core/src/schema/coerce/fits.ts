import { assertNever } from '../../internal/assert-never.ts'
import type { FieldType, ScalarKind } from '../field-type.ts'
import { isPlainObject } from './is-plain-object.ts'

/** Whether a value is of a type as it stands, with nothing to convert. */
export function fits(type: FieldType, value: unknown): boolean {
  switch (type.kind) {
    case 'list':
      return Array.isArray(value) && value.every((item) => !type.item || fits(type.item, item))
    case 'dict':
      return (
        isPlainObject(value) &&
        Object.values(value).every((m) => !type.value || fits(type.value, m))
      )
    case 'tuple':
      return Array.isArray(value) && fitsTuple(type, value)
    case 'literal':
      return type.values.some((choice) => choice === value)
    case 'enum':
      return Object.values(type.members).some((member) => member === value)
    case 'union':
      return type.options.some((option) => fits(option, value))
    case 'model':
      return isPlainObject(value) && fitsModel(type, value)
    case 'refined':
      return fits(type.base, value)
    case 'special':
    case 'opaque':
      return false
    default:
      return fitsScalar(type.kind, value)
  }
}

function fitsScalar(kind: ScalarKind, value: unknown): boolean {
  switch (kind) {
    case 'str':
      return typeof value === 'string'
    case 'int':
      return Number.isInteger(value)
    case 'float':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'none':
      return value === null
    case 'any':
      return true
    default:
      return assertNever(kind)
  }
}

function fitsTuple(
  type: Extract<FieldType, { kind: 'tuple' }>,
  value: readonly unknown[],
): boolean {
  const { items, rest } = type
  if (rest ? value.length < items.length : value.length !== items.length) return false
  return value.every((item, at) => {
    const itemType = items[at] ?? rest
    return itemType !== undefined && fits(itemType, item)
  })
}

function fitsModel(
  type: Extract<FieldType, { kind: 'model' }>,
  value: Readonly<Record<string, unknown>>,
): boolean {
  return type.properties.every(({ name, type: property, required }) =>
    Object.hasOwn(value, name) ? fits(property, value[name]) : !required,
  )
}
