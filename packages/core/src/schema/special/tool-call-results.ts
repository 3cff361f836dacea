import { isRecord } from '../../internal/is-record.ts'
import type { JSONObject } from '../json-object.ts'
import { textMember } from './text-member.ts'
import { toJSON } from './to-json.ts'

/** What one tool call gave; `callId` is the id of the call. */
export interface ToolCallResult {
  readonly callId?: string
  readonly name: string
  readonly value: unknown
  readonly isError: boolean
}

/** The results that tool calls carry, in any spelling; undefined when they carry none. */
export function readResults(calls: unknown): readonly ToolCallResult[] | undefined {
  if (!isRecord(calls)) return undefined
  const given = calls['toolCallResults'] ?? calls['tool_call_results']
  const results = isRecord(given) ? given['tool_call_results'] : given
  return Array.isArray(results) ? results.flatMap(readResult) : undefined
}

/** Results as DSPy's prompts write them. */
export function writeResults(results: readonly ToolCallResult[]): JSONObject {
  return {
    tool_call_results: results.map(({ callId = null, name, value, isError }) => ({
      call_id: callId,
      name,
      value: toJSON(value),
      is_error: isError,
    })),
  }
}

function readResult(value: unknown): ToolCallResult[] {
  if (!isRecord(value)) return []
  const callId = textMember(value, 'callId', 'call_id')
  return [
    {
      ...(callId === undefined ? {} : { callId }),
      name: textMember(value, 'name') ?? '',
      value: value['value'],
      isError: (value['isError'] ?? value['is_error']) === true,
    },
  ]
}
