import type { Tool } from '@ockham/core'
import type { MCPClient } from '../mcp-client.ts'
import type { MCPToolsOptions } from '../tools/mcp-tools-options.ts'

/** One tool of a server; throws when it has none of that name. */
export async function toolOf(
  mcp: MCPClient,
  name: string,
  options: MCPToolsOptions = {},
): Promise<Tool> {
  const tool = (await mcp.tools(options)).find((tool) => tool.name === name)
  if (tool) return tool
  throw new Error(`no tool ${name}`)
}
