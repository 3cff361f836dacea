import { expect, test } from 'vitest'
import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import { limited } from '../limit/limited.ts'
import type { LM, LMCapabilities } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import { retrying } from '../retry/retrying.ts'
import { fallback } from './fallback.ts'

const confidential: LMRequest = { ...ask(), config: { sensitivity: 'confidential' } }
const served = (model: string): ScriptedLM =>
  scriptedLM(model, [{ texts: ['yes'], end: reply('yes', model) }])
const failing = (model: string, error: unknown): ScriptedLM =>
  scriptedLM(model, [{ end: { throws: error } }])
const withWindow = <Inner extends LM>(lm: Inner, contextTokens?: number): Inner => {
  const capabilities: LMCapabilities = contextTokens === undefined ? {} : { contextTokens }
  return Object.assign(lm, { capabilities })
}
const local = <Inner extends LM>(lm: Inner): Inner => Object.assign(lm, { local: true })

test('what is confidential goes to local LMs only, in a stream as well', async () => {
  const cloud = served('cloud/a')
  expect((await fallback(cloud, local(served('local/b'))).generate(confidential)).model).toBe(
    'local/b',
  )
  const { events } = await drain(fallback(cloud, local(served('local/b'))).stream(confidential))
  expect(events.at(-1)).toMatchObject({ response: { model: 'local/b' } })
  expect(cloud.requests).toHaveLength(0)
})

test('a label that nobody knows is taken for the strictest', async () => {
  const cloud = served('cloud/a')
  const lm = fallback(cloud, local(served('local/b')))
  const request = { ...ask(), config: JSON.parse('{ "sensitivity": "Confidential" }') }
  expect((await lm.generate(request)).model).toBe('local/b')
  expect(cloud.requests).toHaveLength(0)
})

test('when no LM may see it, the error says which policy refused which LM, and is no reason to retry', async () => {
  const lms = [served('cloud/a'), served('cloud/b')]
  const error: unknown = await retrying(fallback(lms))
    .generate(confidential)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AllRoutesFailedError)
  expect(String(error)).toContain('- cloud/a: not asked, for it is not local')
  expect(String(error)).toContain('- cloud/b: not asked')
})

test('after the local LM failed nothing confidential leaves, however the others are wrapped', async () => {
  const cloud = served('cloud/b')
  const lm = fallback(
    local(failing('local/a', new LMServerError('down'))),
    limited(retrying(cloud)),
  )
  await expect(lm.generate(confidential)).rejects.toThrow('down')
  expect(cloud.requests).toHaveLength(0)
})

test('a fallback within a fallback keeps the rule itself: its local LM is asked', async () => {
  const cloud = served('cloud/a')
  const inner = limited(fallback(cloud, local(served('local/b'))))
  expect((await fallback(served('cloud/c'), inner).generate(confidential)).model).toBe('local/b')
  expect(cloud.requests).toHaveLength(0)
})

test('a prompt that is too long goes on only to a larger window, or one that is not known', async () => {
  const tooLong = (): ContextWindowExceededError => new ContextWindowExceededError('9000 > 8000')
  const first = withWindow(failing('test/8k', tooLong()), 8000)
  const same = withWindow(served('test/8k-too'), 8000)
  const larger = withWindow(served('test/128k'), 128_000)
  expect((await fallback(first, same, larger).generate(ask())).model).toBe('test/128k')
  expect(same.requests).toHaveLength(0)
  const unknown = fallback(withWindow(failing('test/8k', tooLong()), 8000), same, served('test/b'))
  expect((await unknown.generate(ask())).model).toBe('test/b')
})

test('a window that is too small is named where no larger one is left', async () => {
  const lm = fallback(
    withWindow(failing('test/8k', new ContextWindowExceededError('too long')), 8000),
    withWindow(served('test/4k'), 4000),
  )
  await expect(lm.generate(ask())).rejects.toThrow(
    /test\/8k: too long\n- test\/4k: not asked, for its window of 4000 tokens/,
  )
})

test('an allowance that is used up ends the search, and the first error stays the cause', async () => {
  const first = new LMServerError('first')
  const third = served('test/c')
  const request = { ...ask(), allowance: new Allowance({ attempts: 2 }) }
  const lm = fallback(
    failing('test/a', first),
    failing('test/b', new LMServerError('second')),
    third,
  )
  await expect(lm.generate(request)).rejects.toMatchObject({
    cause: first,
    message: expect.stringMatching(/- test\/c: not asked, for the allowance/),
  })
  expect(third.requests).toHaveLength(0)
})
