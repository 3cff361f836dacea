import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../errors/abort-error.ts'
import { LMServerError } from '../errors/lm-server-error.ts'
import type { LM } from '../lm/lm.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import { Module } from '../module/module.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { Predict } from '../predict/predict.ts'
import { ChatAdapter } from '../prompt/chat/chat-adapter.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { XMLAdapter } from '../prompt/xml/xml-adapter.ts'
import { trackUsage } from '../settings/track-usage.ts'
import { signature } from '../signature/define-signature.ts'
import { MockLM } from '../testing/mock-lm.ts'
import type { StreamEvent } from './stream-event.ts'
import { streamify } from './streamify.ts'

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}

const question = { question: 'why?' }
const fields = { query: 'a query', reasoning: 'It is\nso.', answer: 'Because of the rain.' }

async function collect<Outputs extends object>(
  stream: AsyncIterable<StreamEvent<Outputs>>,
): Promise<StreamEvent<Outputs>[]> {
  const events: StreamEvent<Outputs>[] = []
  for await (const event of stream) events.push(event)
  return events
}

/** What a reader who obeys `restart` has on screen in the end. */
function shown(events: readonly StreamEvent<object>[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const event of events) {
    if (event.type === 'restart') {
      for (const key of Object.keys(texts))
        if (key.startsWith(`${event.predictor}/`)) delete texts[key]
    }
    if (event.type !== 'field') continue
    const key = `${event.predictor}/${event.field}`
    texts[key] = (texts[key] ?? '') + event.delta
  }
  return texts
}

/** An LM that streams these texts in pieces, a call each. */
function scripted(scripts: (() => AsyncGenerator<LMStreamEvent>)[]): LM {
  const next = (): AsyncGenerator<LMStreamEvent> => {
    const script = scripts.shift()
    if (!script) throw new Error('no script left')
    return script()
  }
  return {
    model: 'scripted/one',
    generate: () => Promise.reject(new Error('streams only')),
    stream: next,
  }
}

const usage = { inputTokens: 1, outputTokens: 1 }
const finish = (text: string): LMStreamEvent => ({
  type: 'finish',
  response: { model: 'scripted/one', outputs: [{ text, finishReason: 'stop' }], usage },
})
const delta = (text: string): LMStreamEvent => ({ type: 'text-delta', index: 0, text })

test.each([1, 3, 1000])(
  'every field of every predictor streams, in pieces of %i characters',
  async (size) => {
    const lm = new MockLM(fields, { chunkCharacters: size })
    const events = await collect(streamify(new RAG())(question, { lm }))
    expect(shown(events)).toEqual({
      'plan/query': 'a query',
      'respond.predict/reasoning': 'It is\nso.',
      'respond.predict/answer': 'Because of the rain.',
    })
    expect(events.at(-1)).toMatchObject({
      type: 'prediction',
      prediction: { answer: fields.answer },
    })
  },
)

test('the prediction can be had without reading the events', async () => {
  const stream = streamify(new RAG())(question, { lm: new MockLM(fields) })
  expect(await stream.prediction).toEqual({ reasoning: fields.reasoning, answer: fields.answer })
})

test('a reply in another format is shown whole, once it is parsed', async () => {
  const lm = new MockLM([JSON.stringify({ query: 'in JSON' })])
  const events = await collect(streamify(new Predict('question -> query'))(question, { lm }))
  expect(shown(events)).toEqual({ 'self/query': 'in JSON' })
})

test('what was shown is taken back when an LM restarts, and nothing is shown twice', async () => {
  const reason = new LMServerError('overloaded')
  const lm = scripted([
    async function* () {
      yield delta('[[ ## query ## ]]\nhalf an ')
      yield { type: 'restart', reason }
      yield delta('[[ ## query ## ]]\nwhole')
      yield finish('[[ ## query ## ]]\nwhole')
    },
  ])
  const events = await collect(streamify(new Predict('question -> query'))(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toEqual([
    { type: 'restart', predictor: 'self' },
  ])
  expect(shown(events)).toEqual({ 'self/query': 'whole' })
})

test('what was shown is taken back when the reply has to be asked for again', async () => {
  const lm = new MockLM(['[[ ## query ## ]]\nonly this', '{"query": "new", "count": 2}'])
  const program = new Predict('question -> query, count: int')
  const events = await collect(streamify(program)(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toHaveLength(1)
  expect(shown(events)).toEqual({ 'self/query': 'new', 'self/count': '2' })
})

test('a number that was shown is taken back when another completion is the answer', async () => {
  const sections = (count: string) => `[[ ## query ## ]]\nsame\n\n[[ ## count ## ]]\n${count}`
  const texts = [sections('7 or 8'), sections('3')]
  const lm = scripted([
    async function* () {
      yield delta(texts[0] ?? '')
      const outputs = texts.map((text) => ({ text, finishReason: 'stop' as const }))
      yield { type: 'finish', response: { model: 'scripted/one', outputs, usage } }
    },
  ])
  const program = new Predict('question -> query, count: int')
  const events = await collect(streamify(program)(question, { lm }))
  expect(events.filter(({ type }) => type === 'restart')).toHaveLength(1)
  expect(shown(events)).toEqual({ 'self/query': 'same', 'self/count': '3' })
})

test('values without a fault are not taken back, whatever their type', async () => {
  const values = { query: 'q', count: 2, tags: ['a', 'b'], sure: true, by: { x: 1.5 } }
  const program = new Predict(
    'question -> query, count: int, tags: list[str], sure: bool, by: dict[str, float]',
  )
  for (const adapter of [new ChatAdapter(), new JSONAdapter(), new XMLAdapter()]) {
    const lm = new MockLM(values, { chunkCharacters: 3 })
    const events = await collect(streamify(program)(question, { lm, adapter }))
    expect(events.filter(({ type }) => type === 'restart')).toEqual([])
    expect(events.at(-1)).toMatchObject({ prediction: values })
  }
})

test('an output that is left out shows nothing', async () => {
  const optional = signature({
    inputs: { question: z.string() },
    outputs: { query: z.string(), note: z.string().optional() },
  })
  const lm = new MockLM(['[[ ## query ## ]]\nq'])
  const events = await collect(streamify(new Predict(optional))(question, { lm }))
  expect(shown(events)).toEqual({ 'self/query': 'q', 'self/note': '' })
})

test('a JSON adapter streams too', async () => {
  const lm = new MockLM(fields, { chunkCharacters: 2 })
  const events = await collect(streamify(new RAG())(question, { lm, adapter: new JSONAdapter() }))
  expect(shown(events)).toMatchObject({ 'respond.predict/answer': fields.answer })
})

test('leaving the loop closes the LM stream and ends the program', async () => {
  const closed = vi.fn()
  const lm = scripted([
    async function* () {
      try {
        yield delta('[[ ## query ## ]]\n')
        for (let index = 0; ; index += 1) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          yield delta(`word${index} `)
        }
      } finally {
        closed()
      }
    },
  ])
  const stream = streamify(new Predict('question -> query'))(question, { lm })
  for await (const event of stream) if (event.type === 'field' && event.delta !== '') break
  await expect(stream.prediction).rejects.toThrow(AbortError)
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
})

test('an abort ends a stream at once, also where the LM does not listen', async () => {
  const deaf = async function* (): AsyncGenerator<LMStreamEvent> {
    yield delta('[[ ## query ## ]]\nhello ')
    await new Promise(() => undefined)
  }
  const controller = new AbortController()
  const program = streamify(new Predict('question -> query'))
  setTimeout(() => controller.abort(), 10)
  const options = { lm: scripted([deaf]), signal: controller.signal }
  await expect(collect(program(question, options))).rejects.toThrow(AbortError)

  const left = program(question, { lm: scripted([deaf]) })
  for await (const event of left) if (event.type === 'field') break
  await expect(left.prediction).rejects.toThrow(AbortError)
})

test('a program that fails ends the loop with its error', async () => {
  const lm = scripted([
    async function* () {
      yield delta('[[ ## query ## ]]\nhalf')
      throw new LMServerError('broken')
    },
  ])
  const stream = streamify(new Predict('question -> query'))(question, { lm })
  await expect(collect(stream)).rejects.toThrow(LMServerError)
  await expect(stream.prediction).rejects.toThrow('broken')
})

test('an LM stream that just ends is no answer', async () => {
  const lm = scripted([
    async function* () {
      yield delta('[[ ## query ## ]]\nhalf')
    },
  ])
  await expect(
    collect(streamify(new Predict('question -> query'))(question, { lm })),
  ).rejects.toThrow('finish')
})

test('a slow reader makes the LM wait instead of filling the memory', async () => {
  let produced = 0
  const lm = scripted([
    async function* () {
      yield delta('[[ ## query ## ]]\n')
      for (; produced < 10_000; produced += 1) yield delta('x ')
      yield finish(`[[ ## query ## ]]\n${'x '.repeat(10_000)}`)
    },
  ])
  let read = 0
  for await (const event of streamify(new Predict('question -> query'))(question, { lm })) {
    if (event.type === 'field') read += 1
    if (read === 20) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(produced).toBeLessThan(1000)
      break
    }
  }
})

test('a reader that asks for several events at once gets them in order', async () => {
  const lm = new MockLM({ query: 'q' }, { chunkCharacters: 1 })
  const program = streamify(new Predict('question -> query'))
  const iterator = program(question, { lm })[Symbol.asyncIterator]()
  const events = await Promise.all(Array.from({ length: 6 }, () => iterator.next()))
  const types = events.map(({ value }) => value?.type ?? 'over')
  expect(types).toEqual(['field', 'field', 'prediction', 'over', 'over', 'over'])
})

test('streams at the same time keep apart, also of one program', async () => {
  const program = new Predict('question -> query')
  const run = (query: string) =>
    collect(streamify(program)(question, { lm: new MockLM({ query }, { chunkCharacters: 1 }) }))
  const both = await Promise.all([run('first one'), run('second one')])
  expect(both.map(shown)).toEqual([{ 'self/query': 'first one' }, { 'self/query': 'second one' }])
})

test('usage of a stream is counted', async () => {
  const lm = new MockLM(fields, { costUSD: 0.1 })
  const { usage: used } = await trackUsage(() => collect(streamify(new RAG())(question, { lm })))
  expect(used).toMatchObject({ calls: 2, costUSD: 0.2 })
})

test('status messages are the caller’s to word', async () => {
  const program = streamify(new Predict('question -> query'), {
    statusMessages: { lmStart: () => 'asking', lmEnd: () => undefined },
  })
  const events = await collect(program(question, { lm: new MockLM(fields) }))
  expect(events.filter(({ type }) => type === 'status')).toEqual([
    { type: 'status', message: 'asking' },
  ])
})
