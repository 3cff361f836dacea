import { AbortError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { httpServer } from './__fixtures__/http-server.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { mcpClient } from './mcp-client.ts'
import { MCPError } from './mcp-error.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test.for([false, true])(
  'a server behind an address is used with its headers (JSON: %s)',
  async (json) => {
    await using server = await httpServer({ json })
    await using mcp = await mcpClient({ url: server.url, headers: { 'X-Team': 'blue' } })
    expect(mcp.server.name).toBe('clinic')
    const echo = await toolOf(mcp, 'echo')
    const words = Array.from({ length: 20 }, (_, index) => `call ${index}`)
    expect(await Promise.all(words.map((word) => echo.call({ words: word })))).toEqual(words)
    for (const { headers } of server.requests) expect(headers['x-team']).toBe('blue')
  },
)

test('name and password in an address become an authorization', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url.replace('//', '//me:hunter2@') })
  await mcp.tools()
  expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa('me:hunter2')}`)
})

test('an abort is told to the server and closes the request', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  const controller = new AbortController()
  const running = caught(slow.call({ ms: 20_000 }, { signal: controller.signal }))
  await pause(200)
  controller.abort()
  expect(await running).toBeInstanceOf(AbortError)
  await pause(200)
  expect(server.events).toEqual(['cancelled'])
  // The server's own stream stays.
  expect([...server.open].map(({ req }) => req.method)).toEqual(['GET'])
})

test('progress comes through, and no answer in time fails', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url, timeoutMs: 1000 })
  const slow = await toolOf(mcp, 'slow')
  expect(await slow.call({ ms: 2000, progressMs: 100 })).toBe('done')
  expect(await caught(slow.call({ ms: 20_000 }))).toMatchObject({ reason: 'timeout' })
})

test('close says goodbye and leaves nothing open', async () => {
  await using server = await httpServer()
  const mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  const running = caught(slow.call({ ms: 20_000 }))
  await pause(100)
  await mcp.close()
  expect(await running).toMatchObject({ reason: 'closed' })
  await pause(200)
  expect(server.events).toContain('goodbye')
  expect(server.open.size).toBe(0)
})

test.for([
  [401, 'auth', 'set `headers`'],
  [403, 'auth', 'set `headers`'],
  [404, 'http', 'ends in /mcp'],
  [500, 'http', 'answered 500'],
] as const)('status %i is an error (%s) that says what to do', async ([status, reason, words]) => {
  await using server = await httpServer()
  const headers = { Authorization: 'Bearer sk-very-secret' }
  server.answer = ({ headers: { authorization } }, response) => {
    response.writeHead(status).end(`you sent ${authorization}`)
    return true
  }
  const error = await caught(mcpClient({ url: `${server.url}?key=also-secret`, headers }))
  expect(error).toBeInstanceOf(MCPError)
  expect(error).toMatchObject({ reason, status, server: new URL(server.url).origin })
  expect(String(error)).toContain(words)
  expect(String(error)).toContain('[redacted]')
  const { inspect } = process.getBuiltinModule('node:util')
  expect(inspect(error, { depth: 9 })).not.toMatch(/very-secret|also-secret/)
})

test('an address where nobody is says so', async () => {
  const server = await httpServer()
  await server[Symbol.asyncDispose]()
  const error = await caught(mcpClient({ url: server.url }))
  expect(error).toMatchObject({ reason: 'connection' })
  expect(String(error)).toContain('ECONNREFUSED')
})

test('a page that is not MCP says so', async () => {
  await using server = await httpServer()
  server.answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>')
    return true
  }
  const error = await caught(mcpClient({ url: server.url }))
  expect(error).toMatchObject({ reason: 'protocol' })
  expect(String(error)).toContain('text/html')
})

test.for(['text/event-stream', 'application/json'])(
  'an endless answer (%s) is cut off',
  async (type) => {
    await using server = await httpServer()
    await using mcp = await mcpClient({ url: server.url, maxMessageBytes: 1e6 })
    server.answer = (request, response) => {
      if (request.method !== 'POST') return false
      response.writeHead(200, { 'content-type': type })
      const more = (): void => {
        while (!response.destroyed && response.write('data: x'.repeat(1000)));
      }
      response.on('drain', more)
      more()
      return true
    }
    expect(String(await caught(mcp.tools()))).toContain('`maxMessageBytes`')
  },
)
