import { parseLenientJSON } from '../lenient-json/parse-lenient-json.ts'
import type { Coerced } from './coerced.ts'
import { isPlainObject } from './is-plain-object.ts'
import { mismatch } from './mismatch.ts'

/** The members that a call has in one dialect or another. */
interface CallMembers {
  readonly tool_calls?: unknown
  readonly toolCalls?: unknown
  readonly function?: unknown
  readonly name?: unknown
  readonly args?: unknown
  readonly arguments?: unknown
}

interface Call {
  name: string
  args: Record<string, unknown>
}

/** Reads calls in any usual shape: a list, one call, `{ tool_calls: […] }`, or the vendors' `{ function: { name, arguments } }`. */
export function coerceToolCalls(value: unknown): Coerced {
  const found = callList(value)?.map(toCall)
  const calls = found?.filter((call) => call !== undefined)
  if (!found || !calls || calls.length < found.length) {
    return mismatch('tool calls like { "tool_calls": [{ "name": …, "args": {…} }] }', value)
  }
  return { ok: true, value: { toolCalls: calls } }
}

function callList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (!isPlainObject(value)) return undefined
  const members: CallMembers = value
  const calls = members.tool_calls ?? members.toolCalls
  return Array.isArray(calls) ? calls : [value]
}

function toCall(value: unknown): Call | undefined {
  if (!isPlainObject(value)) return undefined
  const outer: CallMembers = value
  const call: CallMembers = isPlainObject(outer.function) ? outer.function : outer
  const name = call.name ?? outer.name
  const given = call.args ?? call.arguments
  const args = typeof given === 'string' ? parseLenientJSON(given) : given
  const hasArguments = given !== undefined || call !== outer
  if (typeof name !== 'string' || name === '' || !hasArguments) return undefined
  return { name, args: isPlainObject(args) ? { ...args } : {} }
}
