import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import { fallback } from '../fallback/fallback.ts'
import type { LM } from '../lm.ts'
import { collect } from '../stream/collect.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { Governor } from './governor.ts'
import { limited } from './limited.ts'

const answers = (count: number): LM =>
  scriptedLM('test/a', Array(count).fill({ texts: ['y', 'es'], end: reply('yes') }))

test('no more calls run at once than allowed, plain ones and streams together', async () => {
  let running = 0
  let most = 0
  const busy = async (): Promise<void> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 2))
    running -= 1
  }
  const lm: LM = {
    model: 'test/a',
    async generate() {
      await busy()
      return reply('yes')
    },
    async *stream() {
      await busy()
      yield { type: 'finish', response: reply('yes') }
    },
  }
  const slow = limited(lm, { concurrency: 3 })
  const calls = Array.from({ length: 30 }, (_, index) =>
    index % 2 === 0 ? slow.generate(ask()) : collect(slow.stream(ask())),
  )
  expect(await Promise.all(calls)).toEqual(Array(30).fill(reply('yes')))
  expect(most).toBe(3)
})

test('a stream holds its place until it is left, and gives it back', async () => {
  const governor = new Governor({ concurrency: 1 })
  for await (const _event of limited(answers(1), governor).stream(ask())) {
    expect(governor.inFlight).toBe(1)
    break
  }
  expect(governor.inFlight).toBe(0)
})

test('a consumer that stops at finish without closing the stream holds no place', async () => {
  const governor = new Governor({ concurrency: 1 })
  const stream = limited(answers(1), governor).stream(ask())[Symbol.asyncIterator]()
  for (;;) {
    const { value } = await stream.next()
    if (value?.type === 'finish') break
  }
  expect(governor.inFlight).toBe(0)
})

test('a failure gives the place back and passes through as it is', async () => {
  const governor = new Governor({ concurrency: 1 })
  const broken = new LMServerError('503', { status: 503 })
  const failing = (): LM => scriptedLM('test/a', [{ texts: ['a'], end: { throws: broken } }])
  await expect(limited(failing(), governor).generate(ask())).rejects.toBe(broken)
  expect((await drain(limited(failing(), governor).stream(ask()))).error).toBe(broken)
  expect(governor.inFlight).toBe(0)
})

test('a stream without finish is an error and gives the place back', async () => {
  const governor = new Governor()
  const cut = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  expect((await drain(limited(cut, governor).stream(ask()))).error).toMatchObject({
    code: 'lm_stream_truncated',
  })
  expect(governor.inFlight).toBe(0)
})

test('a signal ends the wait in the queue within 50 ms, before the LM is called', async () => {
  const governor = new Governor({ concurrency: 1 })
  await governor.admit(1)
  const lm = scriptedLM('test/a', [])
  const controller = new AbortController()
  const request = ask('hi', controller.signal)
  const waiting = [
    limited(lm, governor).generate(request),
    collect(limited(lm, governor).stream(request)),
  ]
  await new Promise((resolve) => setTimeout(resolve, 5))
  const start = performance.now()
  controller.abort()
  for (const call of await Promise.allSettled(waiting)) {
    expect(call.status === 'rejected' && call.reason).toBeInstanceOf(AbortError)
  }
  expect(performance.now() - start).toBeLessThan(50)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  expect(lm.requests).toHaveLength(0)
})

test('a pause longer than what is left to the request is not begun', async () => {
  const lm = limited(
    scriptedLM('test/a', [
      { end: { throws: new LMRateLimitError('429', { retryAfterMs: 5000 }) } },
    ]),
  )
  await expect(lm.generate(ask())).rejects.toThrow('429')
  const start = performance.now()
  const request = { ...ask(), allowance: new Allowance({ deadlineMs: 1000 }) }
  await expect(lm.generate(request)).rejects.toMatchObject({ code: 'lm_rate_limit' })
  expect(performance.now() - start).toBeLessThan(100)
})

test('a pause that the provider asked for is not sat out while another LM stands ready', async () => {
  const governor = new Governor()
  const permit = await governor.admit(1)
  permit.release({ error: new LMRateLimitError('429', { retryAfterMs: 5000 }) })
  const start = performance.now()
  const first = limited(answers(0), governor)
  expect(await fallback(first, answers(1)).generate(ask())).toEqual(reply('yes'))
  expect(performance.now() - start).toBeLessThan(200)
})

test('an estimate counts four characters a token, attachments flat, and all that the reply may have', () => {
  expect(estimateTokens({ messages: [{ role: 'user', content: 'x'.repeat(400) }] })).toBe(100)
  const content = [
    { type: 'text' as const, text: 'x'.repeat(40) },
    { type: 'image' as const, url: `data:image/png;base64,${'A'.repeat(100_000)}` },
  ]
  const config = { maxTokens: 50, n: 2 }
  expect(estimateTokens({ messages: [{ role: 'user', content }], config })).toBe(1110)
})

test.for([
  ['no usage', undefined],
  ['tokens that are no number', { inputTokens: Number.NaN, outputTokens: 2 }],
])('a reply with %s gives its place back and leaves the rate as it was', async ([, usage]) => {
  // What a careless LM in JavaScript replies, whatever the types say.
  const careless = { ...reply('yes'), usage } as ReturnType<typeof reply>
  const governor = new Governor({ concurrency: 1, tokensPerMinute: 100 })
  const lm = limited(scriptedLM('test/a', [{ end: careless }]), governor)
  expect(await lm.generate(ask())).toBe(careless)
  expect(governor.inFlight).toBe(0)
  expect(governor.waitMs(100)).toBeGreaterThan(0)
})
