import type { Tool } from '../../schema/special/tool.ts'
import { type SpanForm, spanKind } from './span-form.ts'

/** A tool call: `execute_tool {name}`. */
export const toolForm: SpanForm<Tool, unknown, unknown> = {
  start: ({ name, description }) => ({
    name: `execute_tool ${name}`,
    kind: spanKind.internal,
    attributes: {
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': name,
      'gen_ai.tool.type': 'function',
      ...(description !== undefined && { 'gen_ai.tool.description': description }),
    },
  }),
  end: () => ({}),
  inputContent: (args) => ({ 'gen_ai.tool.call.arguments': JSON.stringify(args) }),
  outputContent: (value) => ({
    'gen_ai.tool.call.result': typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  }),
}
