import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../../errors/abort-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ToolTimeoutError } from '../../errors/tool-timeout-error.ts'
import { tool } from './define-tool.ts'

const never = (): Promise<never> => new Promise(() => undefined)

test('a function with a schema is a tool of its own name, unless it is given another', async () => {
  function addUp({ numbers }: { numbers: number[] }): number {
    return numbers.reduce((sum, number) => sum + number, 0)
  }
  const input = z.object({ numbers: z.array(z.number()).describe('What to add up.') })
  const made = tool(addUp, { input, description: 'Adds up.' })
  expect({ ...made }).toEqual({
    name: 'addUp',
    description: 'Adds up.',
    parameters: {
      type: 'object',
      properties: {
        numbers: { items: { type: 'number' }, type: 'array', description: 'What to add up.' },
      },
      required: ['numbers'],
    },
  })
  expect(await made.call({ numbers: [1, 2] })).toBe(3)
  expect(tool(addUp, { input, name: 'sum' }).name).toBe('sum')
  expect(() => tool(() => 1, {})).toThrow(OptionError)
})

test('arguments that do not fit are an InputError that names them, and nothing runs', async () => {
  let runs = 0
  const input = z.object({ city: z.string(), days: z.int() })
  const weather = tool({ name: 'weather', input, execute: () => (runs += 1) })
  const error = await weather.call({ days: 'soon' }).catch((thrown: unknown) => thrown)
  expect(InputError.is(error) && error.message).toMatch(/`weather` do not fit: "city".*; "days"/)
  expect(runs).toBe(0)
})

test('a tool that has JSON Schema only gets its arguments as they are', async () => {
  const parameters = { type: 'object', properties: { a: { type: 'string' } } }
  const echo = tool({ name: 'echo', parameters, execute: (args) => args })
  expect(echo.parameters).toBe(parameters)
  expect(await echo.call({ a: 3, b: [null] })).toEqual({ a: 3, b: [null] })
})

test('a call that takes too long fails, and the signal of the tool fires', async () => {
  let reason: unknown
  const slow = tool({
    name: 'slow',
    timeoutMs: 20,
    execute: (_, { signal }) => {
      signal.addEventListener('abort', () => (reason = signal.reason))
      return never()
    },
  })
  const error = await slow.call({}).catch((thrown: unknown) => thrown)
  expect(ToolTimeoutError.is(error) && [error.tool, error.timeoutMs]).toEqual(['slow', 20])
  expect(ToolTimeoutError.is(reason)).toBe(true)
})

test('an abort ends a call at once with AbortError, also of a tool that does not listen and fails later', async () => {
  const stop = new AbortController()
  const deaf = tool({
    name: 'deaf',
    execute: async () => {
      await sleep(30)
      throw new Error('too late to matter')
    },
  })
  const startedAt = performance.now()
  const call = deaf.call({}, { signal: stop.signal })
  stop.abort('enough')
  await expect(call).rejects.toThrow(AbortError)
  expect(performance.now() - startedAt).toBeLessThan(25)
  await expect(deaf.call({}, { signal: stop.signal })).rejects.toThrow(AbortError)
  await sleep(40) // an unhandled rejection would fail the run
})

test('a call that is over leaves no timer and no listener behind', async () => {
  const stop = new AbortController()
  const listeners = { added: 0, removed: 0 }
  const { addEventListener, removeEventListener } = stop.signal
  stop.signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners.added += 1
    addEventListener.apply(stop.signal, args)
  }
  stop.signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners.removed += 1
    removeEventListener.apply(stop.signal, args)
  }
  let seen: AbortSignal | undefined
  const quick = tool({
    name: 'quick',
    timeoutMs: 60_000,
    execute: (_, { signal }) => {
      seen = signal
      throw new Error('no')
    },
  })
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  await expect(quick.call({}, { signal: stop.signal })).rejects.toThrow('no')
  const left = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  expect(left).toBeLessThanOrEqual(timers)
  expect(listeners).toEqual({ added: 1, removed: 1 })
  stop.abort()
  expect(seen?.aborted).toBe(false)
})

test('a tool without `execute` can be told of, not called', async () => {
  const told = tool({ name: 'told' })
  expect(told.isRunnable).toBe(false)
  await expect(told.call({})).rejects.toThrow(/no `execute`/)
})

test.for([0, -1, Number.NaN, 2 ** 31])('%d is no timeout', (timeoutMs) => {
  expect(() => tool({ name: 'x', timeoutMs })).toThrow(/`timeoutMs`/)
})
