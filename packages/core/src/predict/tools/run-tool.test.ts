import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../../errors/abort-error.ts'
import { tool } from '../../schema/special/define-tool.ts'
import type { Callback } from '../../settings/callback.ts'
import { context } from '../../settings/context.ts'
import { inScope } from '../../settings/scope.ts'
import { runTool } from './run-tool.ts'
import { runToolCalls } from './run-tool-calls.ts'

const input = z.object({ city: z.string() })
const weather = tool({ name: 'weather', input, execute: ({ city }) => ({ city, rain: true }) })

test('a result is the value as the tool gave it, under the id of its call', async () => {
  expect(await runTool(weather, { city: 'Oslo' }, 'c1')).toEqual({
    callId: 'c1',
    name: 'weather',
    value: { city: 'Oslo', rain: true },
    isError: false,
  })
})

test.for<[string, () => unknown, RegExp]>([
  [
    'an error',
    () => {
      throw new Error('The server is down')
    },
    /^`bad` failed: The server is down\. Try other/,
  ],
  [
    'a rejection',
    async () => {
      throw new Error('later')
    },
    /failed: later/,
  ],
  [
    'a text',
    () => {
      throw 'a text'
    },
    /failed: a text/,
  ],
  [
    'an object',
    () => {
      throw { code: 7 }
    },
    /failed: \{"code":7\}/,
  ],
  [
    'nothing',
    () => {
      throw undefined
    },
    /failed: it did not say why\./,
  ],
])('%s that is thrown is a result without a stack', async ([, execute, told]) => {
  const { value, isError } = await runTool(tool({ name: 'bad', execute }), {})
  expect(isError).toBe(true)
  expect(value).toMatch(told)
  expect(value).not.toMatch(/\bat .*:\d+/)
})

test('wrong arguments and a timeout are results that say what to do', async () => {
  const wrong = await runTool(weather, { town: 'Oslo' })
  expect(wrong.value).toMatch(
    /`weather` do not fit: "city".*Correct the arguments and call it again/,
  )
  const slow = tool({ name: 'slow', timeoutMs: 10, execute: () => sleep(5000, 0, { ref: false }) })
  const late = await runTool(slow, {})
  expect(late.value).toMatch(/`slow` did not end within 10 ms\. Ask it for less/)
})

test('a very long error is cut', async () => {
  const bad = tool({
    name: 'bad',
    execute: () => {
      throw new Error('x'.repeat(100_000))
    },
  })
  expect(String((await runTool(bad, {})).value).length).toBeLessThan(2200)
})

test('callbacks and a stream hear of it, of its failure too', async () => {
  const heard: unknown[] = []
  const callback: Callback = {
    onToolStart: ({ instance, inputs }) => heard.push(['start', instance, inputs]),
    onToolEnd: ({ outputs, error }) => heard.push(['end', outputs, error instanceof Error]),
  }
  const sink = {
    open: () => ({ marks: { predictor: '' }, wantsThoughts: true, wants: () => 'text' as const }),
    emit: (event: object): undefined => {
      heard.push({ ...event, durationMs: 0 })
    },
  }
  await context({ callbacks: [callback] }, () =>
    inScope({ sink }, async () => {
      await runTool(weather, { city: 'Oslo' }, 'c1')
      await runTool(weather, {}, 'c2')
    }),
  )
  const value = { city: 'Oslo', rain: true }
  expect(heard).toEqual([
    { type: 'tool-start', callId: 'c1', tool: 'weather', args: { city: 'Oslo' }, durationMs: 0 },
    ['start', weather, { city: 'Oslo' }],
    ['end', value, false],
    { type: 'tool-end', callId: 'c1', tool: 'weather', value, isError: false, durationMs: 0 },
    { type: 'tool-start', callId: 'c2', tool: 'weather', args: {}, durationMs: 0 },
    ['start', weather, {}],
    ['end', undefined, true],
    expect.objectContaining({ type: 'tool-end', callId: 'c2', isError: true }),
  ])
})

test('an abort of the call around it is AbortError at once', async () => {
  const stop = new AbortController()
  const deaf = tool({ name: 'deaf', execute: () => sleep(5000, 0, { ref: false }) })
  const call = inScope({ call: { signal: stop.signal } }, () => runTool(deaf, {}))
  setTimeout(() => stop.abort(), 10)
  await expect(call).rejects.toThrow(AbortError)
})

test('the calls of a turn run at once up to the limit, and results come in the order of the calls', async () => {
  let running = 0
  let most = 0
  const wait = tool({
    name: 'wait',
    input: z.object({ ms: z.number() }),
    execute: async ({ ms }) => {
      running += 1
      most = Math.max(most, running)
      await sleep(ms)
      running -= 1
      return ms
    },
  })
  const tools = new Map([['wait', wait]])
  const calls = [40, 5, 20, 1].map((ms, at) => ({ id: `c${at}`, name: 'wait', args: { ms } }))
  const unknown = { id: 'c4', name: 'wiat', args: {} }
  const results = await runToolCalls([...calls, unknown], tools, 3)
  expect(results.map(({ callId, value }) => [callId, value])).toEqual([
    ['c0', 40],
    ['c1', 5],
    ['c2', 20],
    ['c3', 1],
    ['c4', 'There is no tool `wiat`. Call one of these: wait.'],
  ])
  expect(most).toBe(3)
})
