import { getEventListeners } from 'node:events'
import { AbortError } from '@ockham/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { script } from './__fixtures__/script.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { type MCPClient, mcpClient } from './mcp-client.ts'

const server = script('stdio-server')
let mcp: MCPClient
beforeAll(async () => {
  mcp = await mcpClient({ ...server, timeoutMs: 1000, totalTimeoutMs: 3000 })
})
afterAll(() => mcp.close())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const eventsOf = async (client: MCPClient): Promise<unknown> =>
  (await toolOf(client, 'events')).call({})

test('an abort ends a call at once, and the server hears of it', async () => {
  await using own = await mcpClient(server)
  const slow = await toolOf(own, 'slow')
  const controller = new AbortController()
  const running = caught(slow.call({ ms: 20_000 }, { signal: controller.signal }))
  await pause(100)
  const start = performance.now()
  controller.abort('enough')
  const error = await running
  expect(performance.now() - start).toBeLessThan(50)
  expect(error).toBeInstanceOf(AbortError)
  expect(error).toHaveProperty('cause', 'enough')
  expect(await eventsOf(own)).toBe('cancelled')
})

test('a signal that fired before sends nothing, and one that fires after cancels nothing', async () => {
  const life = new AbortController()
  const own = await mcpClient({ ...server, signal: life.signal })
  const slow = await toolOf(own, 'slow')
  const aborted = { signal: AbortSignal.abort() }
  await expect(slow.call({ ms: 1 }, aborted)).rejects.toThrow(AbortError)
  await expect(own.tools(aborted)).rejects.toThrow(AbortError)
  const controller = new AbortController()
  await slow.call({ ms: 1 }, { signal: controller.signal })
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  controller.abort()
  expect(await eventsOf(own)).toBe('')
  await own.close()
  expect(getEventListeners(life.signal, 'abort')).toEqual([])
})

test('a call without an answer in time fails, says which option to raise, and is cancelled', async () => {
  await using own = await mcpClient({ ...server, timeoutMs: 2000 })
  const slow = await toolOf(own, 'slow')
  const error = await caught(slow.call({ ms: 20_000 }))
  expect(error).toMatchObject({ reason: 'timeout' })
  expect(String(error)).toContain('`timeoutMs`')
  expect(await eventsOf(own)).toBe('cancelled')
})

test('progress keeps a call alive, up to the limit for all of it', async () => {
  const slow = await toolOf(mcp, 'slow')
  expect(await slow.call({ ms: 2000, progressMs: 100 })).toBe('done')
  const error = await caught(slow.call({ ms: 20_000, progressMs: 100 }))
  expect(String(error)).toContain('`totalTimeoutMs`')
})

test('close rejects what is under way at once, and everything afterwards', async () => {
  const own = await mcpClient({ ...server, name: 'mine' })
  const [slow, echo] = [await toolOf(own, 'slow'), await toolOf(own, 'echo')]
  const running = caught(slow.call({ ms: 20_000 }))
  const closing = own.close()
  expect(await running).toMatchObject({ reason: 'closed', server: 'mine' })
  await closing
  await own.close()
  await expect(echo.call({ words: 'x' })).rejects.toThrow('this client was closed')
  await expect(own.tools()).rejects.toThrow('this client was closed')
})

test("the client's own signal closes it", async () => {
  const controller = new AbortController()
  const own = await mcpClient({ ...server, signal: controller.signal })
  const slow = await toolOf(own, 'slow')
  const running = caught(slow.call({ ms: 20_000 }))
  controller.abort()
  expect(await running).toBeInstanceOf(AbortError)
  await expect(own.tools()).rejects.toThrow(AbortError)
  await own.close()
})

test('a signal that fires while it connects ends that', async () => {
  const silent = script('hostile-server', 'mute')
  const connecting = caught(mcpClient({ ...silent, signal: AbortSignal.timeout(300) }))
  expect(await connecting).toBeInstanceOf(AbortError)
  const aborted = mcpClient({ ...silent, signal: AbortSignal.abort() })
  await expect(aborted).rejects.toThrow(AbortError)
})
