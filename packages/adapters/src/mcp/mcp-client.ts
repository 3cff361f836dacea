import type { LMMessage, Tool } from '@ockham/core'
import { type MCPClientOptions, resolveMCPClientOptions } from './mcp-client-options.ts'
import { getPrompt } from './prompts/get-prompt.ts'
import { listPrompts } from './prompts/list-prompts.ts'
import type { MCPPrompt } from './prompts/mcp-prompt.ts'
import { listResourceTemplates } from './resources/list-resource-templates.ts'
import { listResources } from './resources/list-resources.ts'
import type { MCPResource } from './resources/mcp-resource.ts'
import type { MCPResourceTemplate } from './resources/mcp-resource-template.ts'
import { type MCPResourceContent, readResource } from './resources/read-resource.ts'
import type { MCPServerInfo } from './server/mcp-server-info.ts'
import { Session } from './session.ts'
import { listTools } from './tools/list-tools.ts'
import type { MCPToolsOptions } from './tools/mcp-tools-options.ts'

/** Gives up a request when it fires. */
interface RequestOptions {
  signal?: AbortSignal
}

/** A server of tools, resources and prompts; everything may be called by many at once and throws `MCPError`. */
export interface MCPClient extends AsyncDisposable {
  readonly server: MCPServerInfo
  /** Asks for the server's tools, each time anew (dspy.Tool.from_mcp_tool). Throws `OptionError`. */
  tools(options?: MCPToolsOptions): Promise<Tool[]>
  resources(options?: RequestOptions): Promise<MCPResource[]>
  resourceTemplates(options?: RequestOptions): Promise<MCPResourceTemplate[]>
  readResource(uri: string, options?: RequestOptions): Promise<MCPResourceContent[]>
  prompts(options?: RequestOptions): Promise<MCPPrompt[]>
  getPrompt(
    name: string,
    args?: Readonly<Record<string, string>>,
    options?: RequestOptions,
  ): Promise<LMMessage[]>
  /** Rejects what is under way and ends the server's process, or its session. */
  close(): Promise<void>
}

/**
 * Connects to an MCP server through the package `@modelcontextprotocol/sdk`. A connection that is lost is made
 * anew by the next request. Throws `OptionError`, `LMConfigurationError` without the package, `MCPError`, `AbortError`.
 */
export async function mcpClient(options: MCPClientOptions): Promise<MCPClient> {
  const session = new Session(resolveMCPClientOptions(options))
  const { server } = await openOrEnd(session)
  const close = (): Promise<void> => session.end()
  return {
    server,
    tools: (request = {}) => listTools(session, request),
    resources: ({ signal } = {}) => listResources(session, signal),
    resourceTemplates: ({ signal } = {}) => listResourceTemplates(session, signal),
    readResource: (uri, { signal } = {}) => readResource(session, uri, signal),
    prompts: ({ signal } = {}) => listPrompts(session, signal),
    getPrompt: (name, args, { signal } = {}) => getPrompt(session, name, args, signal),
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function openOrEnd(session: Session): Promise<{ server: MCPServerInfo }> {
  try {
    return await session.open()
  } catch (error) {
    await session.end()
    throw error
  }
}
