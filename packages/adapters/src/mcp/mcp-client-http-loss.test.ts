import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { httpServer } from './__fixtures__/http-server.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { mcpClient } from './mcp-client.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('a session that the server forgot is begun anew, by many calls at once too', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url })
  const echo = await toolOf(mcp, 'echo')
  server.sessions.clear()
  const words = Array.from({ length: 20 }, (_, index) => `call ${index}`)
  expect(await Promise.all(words.map((word) => echo.call({ words: word })))).toEqual(words)
  expect(server.sessions.size).toBe(1)
})

test('a server that forgets every session is an error, not a loop', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url })
  server.answer = (request, response) => {
    if (request.headers['mcp-session-id'] === undefined) return false
    response.writeHead(404).end('Session not found')
    return true
  }
  const before = server.requests.length
  expect(await caught(mcp.tools())).toMatchObject({ reason: 'http', status: 404 })
  expect(server.requests.length - before).toBeLessThan(8)
})

test('a server that cuts the connection fails the calls under way at once, and is used again', async () => {
  await using server = await httpServer()
  await using mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  const running = caught(slow.call({ ms: 20_000 }))
  await pause(200)
  const start = performance.now()
  server.cut()
  expect(await running).toMatchObject({ reason: 'connection' })
  expect(performance.now() - start).toBeLessThan(1000)
  expect(await (await toolOf(mcp, 'echo')).call({ words: 'back' })).toBe('back')
})

test('an answer whose stream breaks off goes on where the server keeps it', async () => {
  await using server = await httpServer({ resume: true })
  await using mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  const running = slow.call({ ms: 500 })
  await pause(200)
  server.cut()
  expect(await running).toBe('done')
})

test('a call fails once its stream cannot go on', async () => {
  const server = await httpServer({ resume: true })
  await using mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  const running = caught(slow.call({ ms: 60_000 }))
  await pause(200)
  await server[Symbol.asyncDispose]()
  expect(await running).toMatchObject({ reason: 'connection' })
})

test('an aborted call is not resumed', async () => {
  await using server = await httpServer({ resume: true })
  await using mcp = await mcpClient({ url: server.url })
  const slow = await toolOf(mcp, 'slow')
  await caught(slow.call({ ms: 60_000 }, { signal: AbortSignal.timeout(200) }))
  const before = server.requests.length
  await pause(1500)
  // The word that it was cancelled, at most.
  expect(server.requests.length - before).toBeLessThan(2)
})
