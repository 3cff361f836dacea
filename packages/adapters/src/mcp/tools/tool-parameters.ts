import type { JSONValue } from '@ockham/core'
import type { WireObject } from '../../internal/wire-object.ts'

/** A tool's schema as all vendors take it: an object with properties. One that is no such schema says nothing. */
export function toolParameters(tool: WireObject): { [key: string]: JSONValue } {
  const schema = tool.object('inputSchema')
  const type = schema?.json('type') ?? 'object'
  const given = tool.json('inputSchema')
  if (type !== 'object' || !isObject(given)) return { type: 'object', properties: {} }
  const { $schema: _dialect, ...rest } = given
  const properties = schema?.object('properties') ? {} : { properties: {} }
  return { ...rest, type: 'object', ...properties }
}

function isObject(value: JSONValue | undefined): value is { [key: string]: JSONValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
