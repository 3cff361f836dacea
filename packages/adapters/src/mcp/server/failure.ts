import { cleanCause } from '../../failure/clean-cause.ts'
import { redact } from '../../failure/redact.ts'
import { MCPError, type MCPErrorOptions } from '../mcp-error.ts'
import type { MCPServerLabel } from './mcp-server.ts'

/** An error about a server, `The MCP server x …`, that shows none of its secrets. */
export function failure(
  { label, secrets }: MCPServerLabel,
  what: string,
  options: Omit<MCPErrorOptions, 'server'>,
): MCPError {
  const cause = cleanCause(options.cause, secrets)
  const { cause: _cause, ...facts } = options
  return new MCPError(redact(`The MCP server ${label} ${what}`, secrets), {
    ...facts,
    server: label,
    ...(cause && { cause }),
  })
}
