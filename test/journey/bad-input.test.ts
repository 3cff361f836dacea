import { embedded, lm, lmFromEnv, openai } from '@ockham/adapters'
import {
  AbortError,
  EmptyDatasetError,
  evaluate,
  example,
  LMAuthError,
  LMConfigurationError,
  LMNotConfiguredError,
  LMTransportError,
  MetricError,
  OckhamError,
  Predict,
  SignatureError,
  StateError,
  signature,
  streamify,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'

const canary = 'sk-canary-0123456789'
const program = new Predict('text -> label')
const devset = [example({ text: 'a', label: 'b' }, { inputs: ['text'] })]
const text: string = 'text -> label: Lable'

async function failure(run: () => unknown): Promise<OckhamError> {
  try {
    await run()
  } catch (error) {
    if (OckhamError.is(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test.each<[name: string, run: () => unknown, type: unknown, says: RegExp]>([
  ['a malformed signature', () => signature(text), SignatureError, /Unknown type `Lable`/],
  [
    'an unknown provider',
    () => lm('opnai/gpt-4o'),
    LMConfigurationError,
    /the providers are .*openai/,
  ],
  [
    'a model of several providers',
    () => lm('gpt-oss-120b'),
    LMConfigurationError,
    /groq\/openai\/gpt-oss-120b/,
  ],
  ['an empty environment', () => lmFromEnv({}), LMConfigurationError, /Set LLM_MODEL/],
  [
    'a missing key',
    () => program({ text: 'a' }, { lm: openai('gpt-4o-mini', { env: {} }) }),
    LMConfigurationError,
    /OPENAI_API_KEY/,
  ],
  [
    'a server that is not there',
    () =>
      program(
        { text: 'a' },
        { lm: openai('gpt-4o-mini', { apiKey: canary, baseURL: 'http://127.0.0.1:9' }) },
      ),
    LMTransportError,
    /127\.0\.0\.1/,
  ],
  ['no LM', () => program({ text: 'a' }), LMNotConfiguredError, /configure\(\{ lm/],
  [
    'an empty devset',
    () => evaluate(program, { devset: devset.slice(1), metric: () => 1 }),
    EmptyDatasetError,
    /`devset` is empty/,
  ],
  [
    'a state of another program',
    () => program.loadState(new Predict('other -> fields').dumpState()),
    StateError,
    /field 1: the program has input `text: str`, the state input `other: str`/,
  ],
  [
    'an aborted signal',
    () => program({ text: 'a' }, { lm: embedded('nano'), signal: AbortSignal.abort() }),
    AbortError,
    /aborted/,
  ],
])('%s is a typed error that says what to do and shows no key', async (_name, run, type, says) => {
  const error = await failure(run)
  expect(error).toBeInstanceOf(type)
  expect(error.message).toMatch(says)
  expect(
    `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`,
  ).not.toContain(canary)
})

test('a metric that throws or returns NaN costs its row only', async () => {
  const lmOption = new MockLM({ label: 'b' })
  program.lm = lmOption
  const rows = [devset, devset, devset].flat()
  let calls = 0
  const metric = (): number => {
    calls += 1
    if (calls === 1) throw new Error('oops')
    return calls === 2 ? Number.NaN : 1
  }
  const result = await evaluate(program, { devset: rows, metric, concurrency: 1 })
  program.lm = undefined
  expect(result.rows.map(({ score }) => score)).toEqual([0, 0, 1])
  expect(result.rows.slice(0, 2).every(({ error }) => MetricError.is(error))).toBe(true)
})

test('a stream that fails leaves no rejection unhandled', async () => {
  const unhandled: unknown[] = []
  const listen = (reason: unknown): number => unhandled.push(reason)
  process.on('unhandledRejection', listen)
  const broken = new MockLM(() => {
    throw new LMAuthError('the key was refused', { status: 401 })
  })
  streamify(program)({ text: 'never read' }, { lm: broken })
  const stream = streamify(program)({ text: 'read' }, { lm: broken })
  await expect(stream.prediction).rejects.toThrow(LMAuthError)
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})
