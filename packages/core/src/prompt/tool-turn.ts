import { isRecord } from '../internal/is-record.ts'
import { readSpecial } from '../schema/special/read-special.ts'
import { specialForms } from '../schema/special/special-forms.ts'
import type { SpecialTypes } from '../schema/special/special-types.ts'
import { type ToolCallResult, writeResults } from '../schema/special/tool-call-results.ts'
import type { Demo } from './adapter.ts'
import type { Wording } from './wording.ts'

/** The tool calls of an earlier turn, under the name of its field. */
export interface ToolTurn {
  readonly name: string
  readonly calls: SpecialTypes['ToolCalls']['toolCalls']
  readonly results: readonly ToolCallResult[] | undefined
}

/** The tool calls that a turn tells of, in any spelling; undefined without any. */
export function toolTurn(turn: Demo): ToolTurn | undefined {
  for (const [name, value] of Object.entries(turn)) {
    if (!isRecord(value) || !('toolCalls' in value || 'tool_calls' in value)) continue
    if (!specialForms.ToolCalls.read(value).ok) continue
    const { toolCalls: calls, toolCallResults: results } = readSpecial('ToolCalls', value)
    return { name, calls, results }
  }
  return undefined
}

/** What tool calls gave, as DSPy tells of it in a message. */
export function resultsText(results: readonly ToolCallResult[], { input }: Wording): string {
  return input(
    { name: 'tool_call_results', side: 'input', type: { kind: 'any' } },
    writeResults(results),
  )
}
