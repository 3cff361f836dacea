import { isRecord } from '../../internal/is-record.ts'
import type { JSONObject } from '../json-object.ts'
import { mismatch } from '../mismatch.ts'
import { required } from './property.ts'
import type { SpecialForm } from './special-form.ts'
import { readCall, toolCallForm } from './tool-call-form.ts'
import { readResults, writeResults } from './tool-call-results.ts'

const call = toolCallForm.model ?? { kind: 'any' }

/** `{ toolCalls }`, a list of calls, or one; `toolCallResults` holds what they gave, in their order. */
export const toolCallsForm: SpecialForm = {
  read(value) {
    // Under `tool_calls` a name is enough to tell a call.
    const isListed = listedCalls(value) !== undefined
    const calls = callList(value)?.map((one) => readCall(one, isListed))
    if (!calls?.every((one) => one !== undefined)) {
      return mismatch('tool calls like { "tool_calls": [{ "name": …, "args": {…} }] }', value)
    }
    const results = readResults(value)
    return {
      ok: true,
      value: { toolCalls: calls, ...(results ? { toolCallResults: results } : {}) },
    }
  },
  write(value) {
    const results = readResults(value)
    const written: JSONObject = { tool_calls: (callList(value) ?? []).map(writeCall) }
    if (results) written['tool_call_results'] = writeResults(results)
    return written
  },
  model: {
    kind: 'model',
    name: 'ToolCalls',
    properties: [required('tool_calls', { kind: 'list', item: call })],
  },
}

function callList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  return isRecord(value) ? (listedCalls(value) ?? [value]) : undefined
}

function listedCalls(value: unknown): readonly unknown[] | undefined {
  const calls = isRecord(value) ? (value['tool_calls'] ?? value['toolCalls']) : undefined
  return Array.isArray(calls) ? calls : undefined
}

function writeCall(value: unknown): JSONObject | string {
  const written = isRecord(value) ? toolCallForm.write(value) : ''
  return isRecord(written) ? { ...written } : ''
}
