import { mcpClient } from '../mcp-client.ts'
import { script } from './script.ts'

/** A program that uses a server, has a call fail and one aborted, closes it, and tells when. */
const [, , where = ''] = process.argv
const mcp = await mcpClient(where.startsWith('http') ? { url: where } : script('stdio-server'))
const tools = await mcp.tools()
const signal = AbortSignal.timeout(100)
await Promise.allSettled(tools.slice(0, 3).map((tool) => tool.call({ ms: 20_000 }, { signal })))
await mcp.close()
process.stdout.write(String(Date.now()))
