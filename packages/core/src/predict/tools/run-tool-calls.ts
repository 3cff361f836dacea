import { runConcurrently } from '../../internal/run-concurrently.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { ToolCallResult } from '../../schema/special/tool-call-results.ts'
import { runTool } from './run-tool.ts'

/** A call that an LM asks for. */
interface Call {
  readonly id?: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/**
 * Runs the calls of one turn, at most `concurrency` at a time, and gives their results in the order of
 * the calls. A tool that does not exist is a result that says which do. Throws only `AbortError`.
 */
export async function runToolCalls(
  calls: readonly Call[],
  tools: ReadonlyMap<string, Tool>,
  concurrency: number,
): Promise<ToolCallResult[]> {
  const results = new Map<Call, ToolCallResult>()
  await runConcurrently(calls.length, concurrency, async (index) => {
    const call = calls[index]
    if (!call) return
    const { id, name, args } = call
    const tool = tools.get(name)
    results.set(call, tool ? await runTool(tool, args, id) : unknownTool(call, tools))
  })
  return calls.flatMap((call) => results.get(call) ?? [])
}

function unknownTool({ id, name }: Call, tools: ReadonlyMap<string, Tool>): ToolCallResult {
  const value = `There is no tool \`${name}\`. Call one of these: ${[...tools.keys()].join(', ')}.`
  return { ...(id === undefined ? {} : { callId: id }), name, value, isError: true }
}
