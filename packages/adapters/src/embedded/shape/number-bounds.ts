import type { JSONValue } from '@ockham/core'
import type { AnswerShape } from './answer-shape.ts'
import { isJSONObject } from './json-object.ts'

const amount = '(-?\\d+(?:\\.\\d+)?)'
const between = new RegExp(`(?:between|from) ${amount} (?:and|to) ${amount}`, 'i')
const span = new RegExp(
  `(?:^|[\\s([])${amount}\\s?(?:-|–|to|,)\\s?${amount}(?:$|[\\s)\\].,;])`,
  'i',
)

/** A number's shape with the bounds its description states, such as `less than or equal to: 5`. */
export function numberShape(integer: boolean, description: string): AnswerShape {
  const step = integer ? 1 : 1e-6
  const range = between.exec(description) ?? span.exec(description)
  return bounded(
    integer,
    stated(description, 'greater than or equal to') ??
      shifted(stated(description, 'greater than'), step) ??
      toNumber(range?.[1]),
    stated(description, 'less than or equal to') ??
      shifted(stated(description, 'less than'), -step) ??
      toNumber(range?.[2]),
  )
}

/** A number's shape with the bounds of a JSON Schema. */
export function numberShapeOfSchema(schema: { [key: string]: JSONValue }): AnswerShape {
  const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema
  const integer = type === 'integer'
  const step = integer ? 1 : 1e-6
  return bounded(
    integer,
    toNumber(minimum) ?? shifted(toNumber(exclusiveMinimum), step),
    toNumber(maximum) ?? shifted(toNumber(exclusiveMaximum), -step),
  )
}

function bounded(integer: boolean, minimum?: number, maximum?: number): AnswerShape {
  return {
    kind: 'number',
    integer,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  }
}

function stated(description: string, words: string): number | undefined {
  return toNumber(new RegExp(`\\b${words}: ${amount}`).exec(description)?.[1])
}

function shifted(value: number | undefined, step: number): number | undefined {
  return value === undefined ? undefined : value + step
}

function toNumber(value: JSONValue | undefined): number | undefined {
  if (value === undefined || value === null || isJSONObject(value)) return undefined
  const read = Number(value)
  return Number.isFinite(read) ? read : undefined
}
