import { expect, test, vi } from 'vitest'
import { AbortError } from '../errors/abort-error.ts'
import { BudgetExceededError } from '../errors/budget-exceeded-error.ts'
import { LMNotConfiguredError } from '../errors/lm-not-configured-error.ts'
import { OptionError } from '../errors/option-error.ts'
import { TooManyErrorsError } from '../errors/too-many-errors-error.ts'
import { example } from '../example/example.ts'
import { Module } from '../module/module.ts'
import { context } from '../settings/context.ts'
import { trackUsage } from '../settings/track-usage.ts'
import { streamify } from '../streaming/streamify.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { writeReply } from '../testing/write-reply.ts'
import { parallel } from './parallel.ts'
import { Predict } from './predict.ts'

const ask = new Predict('question -> answer')
const later = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** An LM that echoes the question, in its time; `fail…` fails and `hang…` never ends. */
function echo() {
  const at = { now: 0, most: 0 }
  const lm = new MockLM(
    async ({ messages }) => {
      at.now += 1
      at.most = Math.max(at.most, at.now)
      const text = /question ## \]\]\n(.*)/.exec(String(messages.at(-1)?.content))?.[1] ?? ''
      if (text.startsWith('hang')) await new Promise(() => undefined)
      await later(Number(/\d+$/.exec(text)?.[0] ?? 1))
      at.now -= 1
      if (text.startsWith('fail')) throw new Error(text)
      return writeReply({ answer: text }, messages)
    },
    { costUSD: 1 },
  )
  return { lm, at }
}

const pairsOf = (...questions: string[]) =>
  questions.map((question) => [ask, { question }] as const)

test('results are in the order of the pairs, each a prediction or an error', async () => {
  const { lm } = echo()
  const results = await context({ lm }, () => parallel(pairsOf('a 20', 'fail 1', 'c 5')))
  expect(results).toEqual([
    { ok: true, prediction: { answer: 'a 20' } },
    { ok: false, error: new Error('fail 1') },
    { ok: true, prediction: { answer: 'c 5' } },
  ])
})

test('different programs run together, also a function', async () => {
  const shout = new Predict('text -> loud')
  const lm = new MockLM({ answer: 'a', loud: 'LOUD' })
  const upper = async ({ text }: { text: string }) => shout({ text })
  const [first, second, third] = await context({ lm }, () =>
    parallel([
      [ask, { question: 'q' }],
      [shout, { text: 't' }],
      [upper, { text: 'u' }],
    ]),
  )
  expect([first, second, third]).toMatchObject([
    { prediction: { answer: 'a' } },
    { prediction: { loud: 'LOUD' } },
    { prediction: { loud: 'LOUD' } },
  ])
})

test('no more than `concurrency` run at a time, and each runs once', async () => {
  const { lm, at } = echo()
  const questions = Array.from({ length: 20 }, (_, index) => `q${index} ${1 + (index % 3)}`)
  await context({ lm }, () => parallel(pairsOf(...questions), { concurrency: 3 }))
  expect(at.most).toBe(3)
  expect(lm.requests).toHaveLength(20)
})

test('an example is run on its inputs', async () => {
  const { lm } = echo()
  const row = example({ question: 'q', answer: 'gold' }, { inputs: ['question'] })
  const [result] = await context({ lm }, () => parallel([[ask, row]]))
  expect(result).toMatchObject({ ok: true, prediction: { answer: 'q' } })
})

test('more errors than `maxErrors` end it, with what was finished', async () => {
  const { lm } = echo()
  const pairs = pairsOf('a 1', 'fail 10', 'fail 20', ...Array<string>(5).fill('hang'))
  const call = context({ lm }, () => parallel(pairs, { maxErrors: 1, concurrency: 4 }))
  const error = await call.catch((thrown: unknown) => thrown)
  if (!TooManyErrorsError.is(error)) throw error
  expect(error.cause).toEqual(new Error('fail 20'))
  expect(error.partial).toMatchObject([
    { ok: true, prediction: { answer: 'a 1' } },
    { ok: false },
    { ok: false },
    ...Array(5).fill(undefined),
  ])
  expect(lm.requests).toHaveLength(6)
})

test('a run that takes too long fails alone, and its timer is gone with it', async () => {
  const { lm } = echo()
  const pairs = pairsOf('hang', 'b 1')
  const [slow, quick] = await context({ lm }, () => parallel(pairs, { timeoutMs: 30 }))
  expect(quick).toMatchObject({ ok: true })
  if (slow === undefined || slow.ok) throw new Error('the first should have failed')
  expect(slow.error).toBeInstanceOf(AbortError)
  expect(String((slow.error as AbortError).cause)).toContain('30 ms')
  const timers = vi.spyOn(globalThis, 'setTimeout')
  const cleared = vi.spyOn(globalThis, 'clearTimeout')
  await context({ lm: new MockLM({ answer: 'a' }) }, () =>
    parallel(pairsOf('x'), { timeoutMs: 1e3 }),
  )
  expect(cleared).toHaveBeenCalledWith(timers.mock.results[0]?.value)
  vi.restoreAllMocks()
})

test('a pair has options of its own, such as a signal or an LM', async () => {
  const { lm } = echo()
  const signal = AbortSignal.timeout(10)
  const results = await context({ lm }, () =>
    parallel([
      [ask, { question: 'hang' }, { signal }],
      [ask, { question: 'b' }, { lm: new MockLM({ answer: 'other' }) }],
    ]),
  )
  expect(results).toMatchObject([
    { ok: false, error: new AbortError() },
    { ok: true, prediction: { answer: 'other' } },
  ])
})

test('an abort ends it at once, with what was finished', async () => {
  const { lm } = echo()
  const signal = AbortSignal.timeout(30)
  const call = context({ lm }, () =>
    parallel(pairsOf('a 1', 'hang', 'hang', 'd'), { signal, concurrency: 2 }),
  )
  const error = await call.catch((thrown: unknown) => thrown)
  if (!AbortError.is(error)) throw error
  expect(error.partial).toMatchObject([
    { prediction: { answer: 'a 1' } },
    undefined,
    undefined,
    undefined,
  ])
  expect(lm.requests).toHaveLength(3)
})

test('the signal of the module around it ends it too, also where a program is deaf', async () => {
  class Many extends Module<{ questions: string[] }, { count: number }> {
    override async forward({ questions }: { questions: string[] }) {
      const deaf = (): Promise<never> => new Promise(() => undefined)
      return { count: (await parallel(questions.map(() => [deaf, {}] as const))).length }
    }
  }
  const call = new Many()({ questions: ['a', 'b'] }, { signal: AbortSignal.timeout(10) })
  await expect(call).rejects.toThrow(AbortError)
})

test('usage of all runs is counted', async () => {
  const { lm } = echo()
  const { usage } = await trackUsage(() =>
    context({ lm }, () => parallel(pairsOf('a', 'b', 'c', 'd'))),
  )
  expect(usage).toMatchObject({ calls: 4, costUSD: 4 })
})

test('an LM that is not usable is thrown, since no run could end otherwise', async () => {
  await expect(parallel(pairsOf('a', 'b'))).rejects.toThrow(LMNotConfiguredError)
  const error = new BudgetExceededError('spent', { limit: 1, spent: 1, unit: 'usd' } as never)
  const lm = new MockLM(() => Promise.reject(error))
  await expect(context({ lm }, () => parallel(pairsOf('a')))).rejects.toBe(error)
})

test('no pairs are no results, and options that cannot be are refused by name', async () => {
  expect(await parallel([])).toEqual([])
  await expect(parallel([], { concurrency: 0 })).rejects.toThrow(OptionError)
  await expect(parallel([], { maxErrors: -1 })).rejects.toThrow('`maxErrors`')
  await expect(parallel([], { timeoutMs: 0 })).rejects.toThrow('`timeoutMs`')
})

test('a module runs a batch of its own', async () => {
  const { lm } = echo()
  const rows = [example({ question: 'a 9', answer: 'x' }, { inputs: ['question'] })]
  const results = await context({ lm }, () => ask.batch([...rows, { question: 'fail' }]))
  expect(results).toEqual([
    { ok: true, prediction: { answer: 'a 9' } },
    { ok: false, error: new Error('fail') },
  ])
})

test('what a program runs side by side streams, each call told apart', async () => {
  class Both extends Module<{ questions: string[] }, { answers: string[] }> {
    ask = new Predict('question -> answer')
    override async forward({ questions }: { questions: string[] }) {
      const results = await parallel(questions.map((question) => [this.ask, { question }] as const))
      return { answers: results.map((result) => (result.ok ? result.prediction.answer : '')) }
    }
  }
  const lm = new MockLM({ answer: 'yes and no' }, { chunkCharacters: 4 })
  const texts: Record<string, string> = {}
  for await (const event of streamify(new Both())({ questions: ['a', 'b'] }, { lm })) {
    if (event.type !== 'field') continue
    const call = `${event.predictor} ${event.callNumber ?? 1}`
    texts[call] = (texts[call] ?? '') + event.delta
  }
  expect(texts).toEqual({ 'ask 1': 'yes and no', 'ask 2': 'yes and no' })
})
