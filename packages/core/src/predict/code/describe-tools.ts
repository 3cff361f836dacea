import type { Tool } from '../../schema/special/tool.ts'

/** A line for each tool, as code calls it. */
export function describeTools(tools: readonly Tool[]): string {
  return tools.map(describeTool).join('\n')
}

function describeTool({ name, description, parameters }: Tool): string {
  const does = description === undefined ? '' : ` ${description.replaceAll('\n', '  ')}`
  return `- \`await ${name}({ … })\`:${does} Its arguments as JSON Schema: ${JSON.stringify(parameters)}`
}
