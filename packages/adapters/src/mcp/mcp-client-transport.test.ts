import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { testServer } from './__fixtures__/test-server.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { mcpClient } from './mcp-client.ts'

async function wired(): Promise<InMemoryTransport> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await testServer().connect(theirs)
  return ours
}

test("a transport of the SDK's is used as it is, once", async () => {
  const transport = await wired()
  const mcp = await mcpClient({ transport })
  const echo = await toolOf(mcp, 'echo')
  expect(await echo.call({ words: 'hi' })).toBe('hi')
  await transport.close()
  expect(await caught(echo.call({ words: 'hi' }))).toMatchObject({
    reason: 'closed',
    message: expect.stringContaining('a function that makes a new one'),
  })
  await mcp.close()
})

test('a function makes a transport whenever one is needed', async () => {
  const made: InMemoryTransport[] = []
  const transport = async (): Promise<InMemoryTransport> => {
    const one = await wired()
    made.push(one)
    return one
  }
  await using mcp = await mcpClient({ transport })
  const echo = await toolOf(mcp, 'echo')
  await made[0]?.close()
  expect(await echo.call({ words: 'hi' })).toBe('hi')
  expect(made).toHaveLength(2)
})
