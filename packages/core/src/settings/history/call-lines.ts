import type { LMToolCall } from '../../lm/lm-tool.ts'

/** Tool calls for people, a line each. */
export function callLines(calls: readonly LMToolCall[] = []): string[] {
  return calls.map(({ id, name, arguments: args }) => `[tool call ${id}: ${name}(${args})]`)
}
