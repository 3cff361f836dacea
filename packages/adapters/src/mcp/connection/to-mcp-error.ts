import { transportCause } from '../../failure/transport-cause.ts'
import type { MCPError, MCPErrorOptions } from '../mcp-error.ts'
import { failure } from '../server/failure.ts'
import type { MCPServer, MCPServerLabel } from '../server/mcp-server.ts'

const longestQuote = 500

/** What the SDK, `fetch` or the system says of a failed request, as an error that says what to do. */
export function toMCPError(
  error: unknown,
  about: MCPServerLabel & { server: MCPServer },
): MCPError {
  const { what, ...facts } = explain(error, about.server)
  return failure(about, what, { ...facts, cause: error })
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || error.name === 'McpError' || !('code' in error)) return undefined
  const { code } = error
  return typeof code === 'number' && code >= 100 && code < 600 ? code : undefined
}

type Explanation = Omit<MCPErrorOptions, 'server'> & { what: string }

function explain(error: unknown, server: MCPServer): Explanation {
  const text = error instanceof Error ? error.message : String(error)
  const status = statusOf(error)
  if (status !== undefined) return explainStatus(status, text)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof Error && error.name === 'McpError') {
    const quote = text.replace(/^(?:MCP error -?\d+: )+/, '').slice(0, longestQuote)
    const serverCode = typeof code === 'number' ? code : undefined
    return { reason: 'refused', serverCode, what: `refused the request: ${quote}` }
  }
  if (text === 'Unauthorized') return explainStatus(401, text)
  if ('command' in server && typeof code === 'string') return explainStart(code, server.cwd)
  const cause = transportCause(error)
  if (cause) {
    const reason = cause.code || cause.message
    return {
      reason: 'connection',
      what: `is out of reach (${reason}). Is it running, is \`url\` right?`,
    }
  }
  const quote = text.slice(0, longestQuote)
  return { reason: 'protocol', what: `does not speak MCP as expected: ${quote}` }
}

function explainStatus(status: number, text: string): Explanation {
  const quote = text
    .replace(/^(?:Streamable HTTP error: )?(?:Error POSTing to endpoint: )?/, '')
    .slice(0, longestQuote)
  if (status === 401 || status === 403) {
    return {
      reason: 'auth',
      status,
      what: `answered ${status}: set \`headers\` that it accepts. ${quote}`,
    }
  }
  const hint =
    status === 404 || status === 405 ? ' Check the path of `url`, which often ends in /mcp.' : ''
  return { reason: 'http', status, what: `answered ${status}.${hint} ${quote}` }
}

function explainStart(code: string, cwd: string | undefined): Explanation {
  const place = cwd === undefined ? '' : ', and that the folder `cwd` exists'
  const what =
    code === 'ENOENT'
      ? `cannot start: there is no such program. Install it or give its full path as \`command\`; check the PATH${place}.`
      : `cannot start (${code}): check that \`command\` may be run${place}.`
  return { reason: 'start', what }
}
