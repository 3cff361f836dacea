import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { cached } from '../../lm/cache/cached.ts'
import { memoryCache } from '../../lm/cache/memory-cache.ts'
import type { LM } from '../../lm/lm.ts'
import { Module } from '../../module/module.ts'
import { ChainOfThought } from '../../predict/chain-of-thought.ts'
import { Predict } from '../../predict/predict.ts'
import { Image } from '../../schema/special/image.ts'
import { signature } from '../../signature/define-signature.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { configure } from '../configure.ts'
import { context } from '../context.ts'
import { callHistory } from './call-history.ts'
import { clearHistory } from './call-ring.ts'
import { historyOf } from './history-of.ts'
import { inspectHistory } from './inspect-history.ts'

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}

const question = { question: 'why?' }
const fields = { query: 'a query', reasoning: 'so', answer: 'rain' }

beforeEach(() => clearHistory())
afterEach(() => configure({ history: undefined }))

test('each LM call is kept with what was asked, what came back and what it took', async () => {
  const before = Date.now()
  const lm = new MockLM(fields, { model: 'mock/one', costUSD: 0.5 })
  await new RAG()(question, { lm, temperature: 0.5 })
  const calls = callHistory()
  expect(calls.map(({ predictor }) => predictor)).toEqual(['plan', 'respond.predict'])
  const [plan] = calls
  expect(plan).toMatchObject({
    model: 'mock/one',
    messages: lm.requests[0]?.messages,
    config: { temperature: 0.5 },
    streamed: false,
    response: { outputs: [{ finishReason: 'stop' }] },
    costUSD: 0.5,
    cached: false,
  })
  expect(plan?.usage).toEqual(plan?.response?.usage)
  expect(plan?.startedAt).toBeGreaterThanOrEqual(before - 1)
  expect(plan?.durationMs).toBeGreaterThanOrEqual(0)
})

test('a predictor by itself is called self', async () => {
  await new Predict('question -> query')(question, { lm: new MockLM(fields) })
  expect(callHistory()).toMatchObject([{ predictor: 'self' }])
})

test('the calls of an LM, of a predictor and of a module are told apart', async () => {
  const [one, two] = [new MockLM(fields), new MockLM(fields)]
  const [first, second] = [new RAG(), new RAG()]
  await Promise.all([first(question, { lm: one }), second(question, { lm: two })])
  expect(callHistory()).toHaveLength(4)
  expect(historyOf(one)).toHaveLength(2)
  expect(historyOf(first)).toEqual(historyOf(one))
  expect(historyOf(second.respond)).toMatchObject([{ predictor: 'respond.predict' }])
  expect(historyOf(first.plan)).toMatchObject([{ predictor: 'plan' }])
  expect(historyOf(first.copy())).toEqual([])
  expect(historyOf(first, 1)).toEqual(historyOf(first).slice(1))
  expect(callHistory(0)).toEqual([])
})

test('a call that failed is kept with its error', async () => {
  const lm: LM = {
    model: 'broken/one',
    generate: () => Promise.reject(new LMRateLimitError('slow down', { costUSD: 0.25 })),
    stream: () => {
      throw new Error('generates only')
    },
  }
  await new Predict('question -> query')(question, { lm }).catch(() => undefined)
  const [call] = callHistory()
  expect(call).toMatchObject({
    error: { name: 'LMRateLimitError', code: 'lm_rate_limit', message: 'slow down' },
    costUSD: 0.25,
  })
  expect(call).not.toHaveProperty('response')
})

test('streamed and cached calls say so, and a second ask after a bad reply is a call too', async () => {
  const predict = new Predict('question -> count: int')
  const lm = new MockLM(['[[ ## count ## ]]\nmany', '{"count": 3}'])
  await streamify(predict)(question, { lm }).prediction
  expect(callHistory()).toMatchObject([{ streamed: true }, { streamed: true }])
  const [{ firstEventMs = -1, durationMs } = { durationMs: 0 }] = callHistory()
  expect(firstEventMs).toBeGreaterThan(0)
  expect(firstEventMs).toBeLessThanOrEqual(durationMs)

  const store = cached(new MockLM({ count: 3 }), { store: memoryCache() })
  await predict(question, { lm: store })
  await predict(question, { lm: store })
  expect(historyOf(store).map((call) => call.cached)).toEqual([false, true])
})

test('a call has the id that callbacks were told', async () => {
  const ids: string[] = []
  const callbacks = [{ onLMStart: ({ callId }: { callId: string }) => ids.push(callId) }]
  await context({ callbacks }, () => new RAG()(question, { lm: new MockLM(fields) }))
  expect(callHistory().map(({ callId }) => callId)).toEqual(ids)
})

test('records are plain data and hold no keys', async () => {
  const extra = { user: 'u', api_key: 'sk-1', nested: [{ 'X-Api-Key': 'sk-2' }], max_tokens: 5 }
  const { signal } = new AbortController()
  await new RAG()(question, { lm: new MockLM(fields), extra, signal })
  const calls = callHistory()
  const text = JSON.stringify(calls)
  expect(JSON.parse(text)).toEqual(calls)
  expect(text).not.toMatch(/sk-|signal/)
  expect(calls[0]?.config.extra).toMatchObject({ user: 'u', max_tokens: 5 })
})

test('the oldest calls are dropped, and 0 keeps none', async () => {
  const predict = new Predict('question -> query')
  const ask = (text: string) => predict({ question: text }, { lm: new MockLM(fields) })
  configure({ history: 2 })
  for (let index = 0; index < 700; index += 1) await ask(`number ${index}`)
  const asked = callHistory().map(({ messages }) => /number \d+/.exec(String(messages[1]?.content)))
  expect(asked.map((match) => match?.[0])).toEqual(['number 698', 'number 699'])
  await context({ history: 0 }, () => ask('in secret'))
  expect(callHistory()).toHaveLength(2)
  configure({ history: { calls: 1 } })
  await ask('last')
  expect(callHistory()).toHaveLength(1)
})

test('large calls are dropped sooner, but the last one is always kept', async () => {
  const look = new Predict(
    signature({ inputs: { image: Image, n: z.number() }, outputs: { query: z.string() } }),
  )
  const image = new Image(`data:image/png;base64,${'A'.repeat(100_000)}`)
  const ask = (n: number) => look({ image, n }, { lm: new MockLM(fields) })
  configure({ history: { bytes: 450_000 } })
  for (let n = 0; n < 5; n += 1) await ask(n)
  expect(callHistory()).toHaveLength(2)
  configure({ history: { bytes: 1000 } })
  await ask(5)
  expect(callHistory()).toHaveLength(1)
})

test('a limit that is no whole number from 0 is refused where it is set', () => {
  for (const history of [-1, 1.5, Number.NaN, { calls: -1 }, { bytes: 0.5 }]) {
    expect(() => configure({ history })).toThrow(OptionError)
    expect(() => context({ history }, () => undefined)).toThrow(OptionError)
  }
})

test('the history keeps neither programs nor LMs alive', async () => {
  const refs = await (async () => {
    const program = new RAG()
    const lm = new MockLM(fields)
    await program(question, { lm })
    return [new WeakRef(program), new WeakRef(lm)]
  })()
  setFlagsFromString('--expose-gc')
  const gc: () => void = runInNewContext('gc')
  await new Promise((resolve) => setTimeout(resolve, 5))
  gc()
  expect(refs.map((ref) => ref.deref())).toEqual([undefined, undefined])
  expect(callHistory()).toHaveLength(2)
})

test('an LM that replies with nonsense does not break the history', async () => {
  // What a foreign LM may do, whatever its types say.
  const lm = { model: 'odd/one', generate: async () => ({ model: 'odd/one', outputs: [] }) }
  const odd = { ...lm, stream: () => [] } as never
  await expect(new Predict('question -> query')(question, { lm: odd })).rejects.toThrow()
  expect(callHistory()).toMatchObject([{ model: 'odd/one', response: { outputs: [] } }])
  expect(inspectHistory(1, { write: () => undefined })).toContain('odd/one')
})
