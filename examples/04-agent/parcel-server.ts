// An MCP server with one tool, over standard input and output.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { z } from 'zod'

const places: Readonly<Record<string, string>> = {
  'P-900': 'lost since the 2nd of the month, in the hub at Lyon',
  'P-901': 'delivered on the 9th',
}

const server = new McpServer({ name: 'parcels', version: '1.0.0' })
server.registerTool(
  'track_parcel',
  { description: 'Where a parcel is.', inputSchema: { parcel: z.string() } },
  ({ parcel }) => ({ content: [{ type: 'text', text: places[parcel] ?? 'nobody knows it' }] }),
)
await server.connect(new StdioServerTransport())
