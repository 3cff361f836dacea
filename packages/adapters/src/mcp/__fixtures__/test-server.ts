import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { testTools } from './test-tools.ts'

const perPage = 3

/** A whole server, by the official SDK; `events` notes what befell it. */
export function testServer(events: string[] = [], toolsOnly = false): Server {
  const capabilities = toolsOnly ? { tools: {} } : { tools: {}, resources: {}, prompts: {} }
  const info = { name: 'clinic', version: '2.0.0' }
  const server = new Server(info, { capabilities, instructions: 'Ask before you cut.' })
  const tools = testTools(events)

  server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
    const from = Number(params?.cursor ?? 0)
    const page = tools.slice(from, from + perPage).map(({ run: _run, ...told }) => told)
    const next = from + perPage
    return { tools: page, ...(next < tools.length ? { nextCursor: String(next) } : {}) }
  })
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const tool = tools.find(({ name }) => name === params.name)
    if (!tool) throw new Error(`no tool ${params.name}`)
    const { progressToken } = extra._meta ?? {}
    const progress = async (count: number): Promise<void> => {
      if (progressToken === undefined) return
      const told = { progressToken, progress: count }
      await extra.sendNotification({ method: 'notifications/progress', params: told })
    }
    // What the schema of the SDK takes for a result.
    return (await tool.run(params.arguments ?? {}, extra.signal, progress)) as CallToolResult
  })
  if (toolsOnly) return server
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: [
      { uri: 'memo://rules', name: 'rules', mimeType: 'text/plain', size: 12 },
      { uri: 'memo://photo.png', name: 'photo', description: 'The house.' },
    ],
  }))
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [{ uriTemplate: 'memo://{name}', name: 'memo' }],
  }))
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const byURI: Record<string, object[]> = {
      'memo://rules': [{ uri, text: 'Wash your hands.' }],
      'memo://photo.png': [{ uri, mimeType: 'image/png', blob: 'iVBORw0K' }],
      'memo://both': [
        { uri: 'memo://a', text: 'a' },
        { uri: 'memo://b/c.zip', mimeType: 'application/zip', blob: 'UEsD' },
      ],
    }
    const contents = byURI[uri]
    if (!contents) throw new Error(`no memo at ${uri}`)
    // As above.
    return { contents: contents as { uri: string; text: string }[] }
  })
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: [{ name: 'triage', arguments: [{ name: 'ticket', required: true }] }],
  }))
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => ({
    messages: [
      { role: 'user', content: { type: 'text', text: `Triage: ${params.arguments?.['ticket']}` } },
      { role: 'user', content: { type: 'image', data: 'iVBORw0K', mimeType: 'image/png' } },
      { role: 'assistant', content: { type: 'text', text: 'Urgent.' } },
    ],
  }))
  return server
}
