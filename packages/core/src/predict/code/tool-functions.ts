import type { HostFunction } from '../../interpreter/code-interpreter.ts'
import { isJSONObject } from '../../schema/json-object.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { toJSON } from '../../schema/special/to-json.ts'
import type { Tool } from '../../schema/special/tool.ts'
import { runTool } from '../tools/run-tool.ts'
import { codeName } from './code-name.ts'

/** Tools as functions of the code: what goes wrong in one is thrown there, with its message. */
export function toolFunctions(tools: readonly Tool[]): Record<string, HostFunction> {
  return Object.fromEntries(
    tools.map((tool): [string, HostFunction] => [codeName(tool), (...args) => call(tool, args)]),
  )
}

async function call(tool: Tool, args: readonly JSONValue[]): Promise<JSONValue> {
  const { value, isError } = await runTool(tool, named(tool, args))
  if (isError) throw new Error(typeof value === 'string' ? value : JSON.stringify(value))
  return toJSON(value)
}

// LMs also write `search('rain')`: the values then stand for the parameters in their order.
function named(tool: Tool, args: readonly JSONValue[]): Record<string, JSONValue> {
  const [first, ...others] = args
  if (first === undefined) return {}
  if (others.length === 0 && isJSONObject(first)) return first
  const { properties } = tool.parameters
  const names = isJSONObject(properties) ? Object.keys(properties) : []
  if (args.length > names.length) {
    throw new Error(`\`${tool.name}\` takes one object with its arguments: ${names.join(', ')}.`)
  }
  return Object.fromEntries(args.map((value, index) => [names[index] ?? '', value]))
}
