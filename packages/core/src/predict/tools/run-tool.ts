import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { ToolCallResult } from '../../schema/special/tool-call-results.ts'
import { observed } from '../../settings/observed.ts'
import { currentScope } from '../../settings/scope.ts'
import { toolFailure } from './tool-failure.ts'

let calls = 0

/**
 * Calls a tool for an agent: callbacks and a stream see it, and an error is a result that says what went
 * wrong and what to do. The call's signal is that of the module around it. Throws only `AbortError`.
 */
export async function runTool(
  tool: Tool,
  args: Readonly<Record<string, unknown>>,
  id?: string,
): Promise<ToolCallResult> {
  const { call, sink } = currentScope()
  throwIfAborted(call.signal)
  calls += 1
  const callId = id ?? `tool-${calls}`
  const startedAt = performance.now()
  await sink?.emit({ type: 'tool-start', callId, tool: tool.name, args })
  const result = await settle()
  const { value, isError } = result
  const durationMs = performance.now() - startedAt
  await sink?.emit({ type: 'tool-end', callId, tool: tool.name, value, isError, durationMs })
  return result

  async function settle(): Promise<ToolCallResult> {
    const about = { ...(id === undefined ? {} : { callId: id }), name: tool.name }
    try {
      const context = call.signal ? { signal: call.signal } : {}
      const value = await observed('tool', tool, args, () => tool.call(args, context))
      return { ...about, value, isError: false }
    } catch (error) {
      throwIfAborted(call.signal)
      return { ...about, value: toolFailure(tool.name, error), isError: true }
    }
  }
}
