import type { Tool } from '../../schema/special/tool.ts'
import { codeName } from './code-name.ts'

/** A line for each tool, as code calls it. */
export function describeTools(tools: readonly Tool[]): string {
  return tools.map(describeTool).join('\n')
}

function describeTool(tool: Tool): string {
  const { description, parameters } = tool
  const does = description === undefined ? '' : ` ${description.replaceAll('\n', '  ')}`
  return `- \`await ${codeName(tool)}({ … })\`:${does} Its arguments as JSON Schema: ${JSON.stringify(parameters)}`
}
