import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { script } from './__fixtures__/script.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { mcpClient } from './mcp-client.ts'
import { MCPError } from './mcp-error.ts'

const server = script('stdio-server')

test('a command that is not there says so, and what to do', async () => {
  const error = await caught(mcpClient({ command: 'no-such-program', cwd: '/' }))
  expect(error).toBeInstanceOf(MCPError)
  expect(error).toMatchObject({ reason: 'start', server: '`no-such-program`' })
  expect(String(error)).toContain('Install it')
  expect(String(error)).toContain('`cwd` exists')
  await expect(mcpClient({ command: '/' })).rejects.toThrow('may be run')
})

test('a server that ends at once shows how, and its last words', async () => {
  const error = await caught(mcpClient(script('hostile-server', 'crash')))
  expect(error).toMatchObject({ reason: 'exit' })
  expect(String(error)).toMatch(/ended with exit code 1\..*Error: DATABASE_URL is not set/s)
})

test('a server that dies fails all that wait for it, at once and without its secrets', async () => {
  await using mcp = await mcpClient({ ...server, env: { API_KEY: 'sk-very-secret' } })
  const [slow, die] = [await toolOf(mcp, 'slow'), await toolOf(mcp, 'die')]
  const waiting = [caught(slow.call({ ms: 20_000 })), caught(slow.call({ ms: 20_000 }))]
  const start = performance.now()
  const errors = await Promise.all([...waiting, caught(die.call({}))])
  expect(performance.now() - start).toBeLessThan(2000)
  for (const error of errors) {
    expect(error).toMatchObject({ reason: 'exit' })
    expect(String(error)).toContain(
      'exit code 3. Its standard error ends with:\nabout to end\nmy key is [redacted]',
    )
  }
})

test('the next call after a death starts the server anew, once for all who ask', async () => {
  await using mcp = await mcpClient(server)
  const [pid, die] = [await toolOf(mcp, 'pid'), await toolOf(mcp, 'die')]
  const before = await pid.call({})
  await caught(die.call({}))
  const after = await Promise.all([pid.call({}), pid.call({}), pid.call({})])
  expect(new Set(after).size).toBe(1)
  expect(after[0]).not.toBe(before)
})

test("a server gets its own variables and none of this process's but the harmless", async () => {
  process.env['OCKHAM_TEST_SECRET'] = 'mine'
  try {
    await using mcp = await mcpClient({ ...server, env: { GIVEN: 'yes', LEFT_OUT: undefined } })
    const env = JSON.parse(String(await (await toolOf(mcp, 'env')).call({})))
    expect(env).toMatchObject({ GIVEN: 'yes', PATH: process.env['PATH'] })
    expect(env).not.toHaveProperty('OCKHAM_TEST_SECRET')
    expect(env).not.toHaveProperty('LEFT_OUT')
  } finally {
    delete process.env['OCKHAM_TEST_SECRET']
  }
})

test('a failed tool that quotes a secret does not show it in its error', async () => {
  await using mcp = await mcpClient({ ...server, env: { API_KEY: 'sk-very-secret' } })
  const fail = await toolOf(mcp, 'fail')
  const error = await caught(fail.call({ words: 'bad key sk-very-secret' }))
  expect(String(error)).toContain('bad key [redacted]')
})

test('close waits for the process to end', async () => {
  const mcp = await mcpClient(server)
  const pid = Number(await (await toolOf(mcp, 'pid')).call({}))
  await mcp.close()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test.for(['stubborn', 'family'])(
  'close ends a process that does not want to (%s)',
  async (kind) => {
    const mcp = await mcpClient(script('hostile-server', kind))
    const start = performance.now()
    await mcp.close()
    expect(performance.now() - start).toBeLessThan(3500)
  },
)
