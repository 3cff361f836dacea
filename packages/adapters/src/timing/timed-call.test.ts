import { getEventListeners } from 'node:events'
import { AbortError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { TimedCall } from './timed-call.ts'

const timeouts = { firstTokenMs: 40, idleMs: 40, totalMs: 1000 }
const timeoutError = (phase: string): Error => new Error(phase)
const forever = (): Promise<never> => new Promise(() => {})

test('a limit rejects the wait and aborts the vendor', async () => {
  const call = new TimedCall({ timeouts, signal: undefined, timeoutError })
  expect(await caught(call.wait(forever))).toMatchObject({ message: 'first-token' })
  expect(call.controller.signal.aborted).toBe(true)
  expect(await caught(call.wait(async () => 1))).toMatchObject({ message: 'first-token' })
})

test('the signal of the caller wins over what the vendor throws because of it', async () => {
  const caller = new AbortController()
  const call = new TimedCall({ timeouts, signal: caller.signal, timeoutError })
  const { signal } = call.controller
  const work = (): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const error = caught(call.wait(work))
  caller.abort('why')
  expect(await error).toBeInstanceOf(AbortError)
  expect(await error).toMatchObject({ cause: 'why' })
})

test('closing leaves no listener on the signal of the caller', () => {
  const caller = new AbortController()
  const call = new TimedCall({ timeouts, signal: caller.signal, timeoutError })
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(1)
  call.close()
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0)
})
