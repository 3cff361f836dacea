import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { script } from './__fixtures__/script.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { type MCPClient, mcpClient } from './mcp-client.ts'

const hostile = (
  behaviour: string,
  options: { connectTimeoutMs?: number } = {},
): Promise<MCPClient> => mcpClient({ ...script('hostile-server', behaviour), ...options })

test('a line of log in the wrong place does no harm', async () => {
  await using mcp = await hostile('talks-first')
  expect(await (await toolOf(mcp, 'go')).call({})).toBe('called go\n[content of the type new]')
})

test('a server that never answers fails in time, with what it printed instead', async () => {
  await expect(hostile('mute', { connectTimeoutMs: 3000 })).rejects.toThrow(
    '`initialize` within 3000 ms',
  )
  const error = await caught(hostile('only-log', { connectTimeoutMs: 3000 }))
  expect(String(error)).toContain('sends what is not MCP: ')
  expect(String(error)).toContain('listening')
})

test('a server of an unknown age of MCP is refused', async () => {
  expect(await caught(hostile('old'))).toMatchObject({
    reason: 'protocol',
    message: expect.stringContaining('1999-01-01'),
  })
})

test.for(['flood', 'endless-line'])('endless output (%s) breaks the connection', async (kind) => {
  await using mcp = await hostile(kind)
  const go = await toolOf(mcp, 'go')
  const before = process.memoryUsage().rss
  const errors = await Promise.all([caught(go.call({})), caught(go.call({}))])
  for (const error of errors) expect(error).toMatchObject({ reason: 'protocol' })
  expect(process.memoryUsage().rss - before).toBeLessThan(400e6)
  // And the next request starts it anew.
  expect(await mcp.tools()).toHaveLength(1)
})

test('a list without end is an error', async () => {
  await using mcp = await hostile('endless-list')
  await expect(mcp.tools()).rejects.toThrow('a list without end')
})

test('ten thousand tools are listed, each with a name of its own', async () => {
  await using mcp = await hostile('ten-thousand')
  const start = performance.now()
  const tools = await mcp.tools()
  expect(performance.now() - start).toBeLessThan(3000)
  expect(new Set(tools.map(({ name }) => name)).size).toBe(10_000)
  expect(await tools[9999]?.call({})).toContain('called t9999')
})

test('a server without resources or prompts lists none', async () => {
  await using mcp = await mcpClient(script('stdio-server', 'tools-only'))
  expect([await mcp.resources(), await mcp.prompts()]).toEqual([[], []])
})

test('odd tools are taken as far as they make sense, under legal names that differ', async () => {
  await using mcp = await hostile('odd-tools')
  const tools = await mcp.tools()
  const names = tools.map(({ name }) => name)
  for (const name of names) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual([
    'none',
    'text',
    'list',
    'bare',
    'output',
    expect.stringMatching(/^a_b_[0-9a-f]{8}$/),
    expect.stringMatching(/^a_b_[0-9a-f]{8}$/),
    'a_b',
    'tool',
    expect.stringMatching(/^x{55}_[0-9a-f]{8}$/),
  ])
  const empty = { type: 'object', properties: {} }
  expect(tools.slice(0, 4).map(({ parameters }) => parameters)).toEqual([
    empty,
    empty,
    empty,
    { ...empty, required: ['a'] },
  ])
  expect(await tools[6]?.call({})).toContain('called a b')
  expect(await tools[9]?.call({})).toContain(`called ${'x'.repeat(200)}`)
})
