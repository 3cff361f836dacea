import {
  ChainOfThought,
  configure,
  context,
  evaluate,
  example,
  type LM,
  LMRateLimitError,
  type LMStreamEvent,
  Module,
  Predict,
  streamify,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Recorded } from './recorded.ts'

const recorded = new Recorded()
beforeAll(() => recorded.provider.register())
afterEach(() => {
  recorded.clear()
  configure({ telemetry: undefined })
})
afterAll(() => recorded[Symbol.dispose]())

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
const makeLM = () => new MockLM(fields, { model: 'gemini/flash', costUSD: 0.5 })
const ofRAG = [
  'invoke_agent RAG',
  [
    ['invoke_agent plan', ['chat flash']],
    ['invoke_agent ChainOfThought', [['invoke_agent respond.predict', ['chat flash']]]],
  ],
]

/** An LM that streams until someone stops it. */
function endless(closed: () => void): LM {
  return {
    model: 'slow/one',
    generate: () => Promise.reject(new Error('streams only')),
    async *stream(): AsyncGenerator<LMStreamEvent> {
      try {
        yield { type: 'text-delta', index: 0, text: '[[ ## query ## ]]\n' }
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          yield { type: 'text-delta', index: 0, text: 'word ' }
        }
      } finally {
        closed()
      }
    },
  }
}

test('modules and LM calls become spans that nest as they run', async () => {
  await new RAG()(question, { lm: makeLM() })
  expect(recorded.tree()).toEqual([ofRAG])
})

test('a chat span says what was asked of whom and what it took, by the GenAI names', async () => {
  const lm = new MockLM(() => '[[ ## query ## ]]\nq', { model: 'gemini/flash', costUSD: 0.5 })
  const config = { temperature: 0.5, maxTokens: 9, topP: 0.9, stop: ['x'], seed: 4, n: 2 }
  await new Predict('question -> query')(question, { lm, ...config })
  const { attributes, kind, status } = recorded.named('chat flash')
  expect(attributes).toEqual({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'gcp.gemini',
    'gen_ai.request.model': 'flash',
    'gen_ai.request.temperature': 0.5,
    'gen_ai.request.max_tokens': 9,
    'gen_ai.request.top_p': 0.9,
    'gen_ai.request.stop_sequences': ['x'],
    'gen_ai.request.seed': 4,
    'gen_ai.request.choice.count': 2,
    'gen_ai.response.model': 'flash',
    'gen_ai.response.finish_reasons': ['stop', 'stop'],
    'gen_ai.usage.input_tokens': expect.any(Number),
    'gen_ai.usage.output_tokens': expect.any(Number),
    'ockham.cost_usd': 0.5,
  })
  expect({ kind, status }).toEqual({ kind: 2, status: { code: SpanStatusCode.UNSET } })
})

test('an agent span sums up what is inside', async () => {
  await new RAG()(question, { lm: makeLM() })
  const tokens = recorded
    .spans()
    .filter(({ name }) => name === 'chat flash')
    .map(({ attributes }) => Number(attributes['gen_ai.usage.input_tokens']))
  expect(recorded.named('invoke_agent RAG').attributes).toMatchObject({
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': 'RAG',
    'gen_ai.provider.name': 'gcp.gemini',
    'gen_ai.usage.input_tokens': tokens.reduce((sum, one) => sum + one),
    'ockham.cost_usd': 1,
  })
})

test('spans of what an LM does itself, such as HTTP, are children of its chat span', async () => {
  const http = trace.getTracer('http')
  const post = () =>
    http.startActiveSpan('POST', (span) => {
      span.end()
      return '[[ ## query ## ]]\nq'
    })
  const lm = new MockLM(post, { model: 'm/one' })
  const predict = new Predict('question -> query')
  const ofHTTP = [['invoke_agent Predict', [['chat one', ['POST']]]]]
  await predict(question, { lm })
  expect(recorded.tree()).toEqual(ofHTTP)
  recorded.clear()
  await streamify(predict)(question, { lm }).prediction
  expect(recorded.tree()).toEqual(ofHTTP)
})

test('a program belongs to the span around it, and many at once keep apart', async () => {
  const app = trace.getTracer('app')
  const run = (name: string) =>
    app.startActiveSpan(name, async (span) => {
      await new RAG()(question, { lm: makeLM() })
      span.end()
    })
  const names = Array.from({ length: 20 }, (_, index) => `request ${index}`)
  await Promise.all(names.map(run))
  expect(recorded.tree()).toEqual(names.map((name) => [name, [ofRAG]]))
})

test('a stream ends its spans when it is over', async () => {
  for await (const event of streamify(new RAG())(question, { lm: makeLM() })) void event
  expect(recorded.tree()).toEqual([ofRAG])
  expect(recorded.named('chat flash').attributes).toMatchObject({
    'gen_ai.request.stream': true,
    'gen_ai.response.time_to_first_chunk': expect.any(Number),
  })
})

test('a reader who leaves ends them with an abort', async () => {
  const closed = vi.fn()
  const stream = streamify(new Predict('question -> query'))(question, { lm: endless(closed) })
  for await (const event of stream) if (event.type === 'field' && event.delta !== '') break
  await stream.prediction.catch(() => undefined)
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
  expect(recorded.tree()).toEqual([['invoke_agent Predict', ['chat one']]])
  for (const { attributes, status } of recorded.spans()) {
    expect(attributes['error.type']).toBe('AbortError')
    expect(status.code).toBe(SpanStatusCode.ERROR)
  }
})

test('an error of a vendor is told with its message, that of anyone else only by its kind', async () => {
  const broken = (error: Error): LM => ({
    model: 'broken/one',
    generate: () => Promise.reject(error),
    stream: () => {
      throw error
    },
  })
  const predict = new Predict('question -> query')
  const rateLimit = new LMRateLimitError('Wait a minute.', { status: 429, costUSD: 0.25 })
  await predict(question, { lm: broken(rateLimit) }).catch(() => undefined)
  const failed = recorded.named('chat one')
  expect(failed.status).toEqual({ code: SpanStatusCode.ERROR, message: 'Wait a minute.' })
  expect(failed.attributes).toMatchObject({
    'error.type': 'LMRateLimitError',
    'http.response.status_code': 429,
    'ockham.cost_usd': 0.25,
  })
  expect(recorded.named('invoke_agent Predict').status.code).toBe(SpanStatusCode.ERROR)

  recorded.clear()
  await predict(question, { lm: broken(new TypeError('https://x/?key=sk-1')) }).catch(() => 0)
  expect(recorded.named('chat one').attributes['error.type']).toBe('TypeError')
  expect(recorded.named('chat one').status).toEqual({ code: SpanStatusCode.ERROR })

  recorded.clear()
  const lm = new MockLM(['my private life'])
  await new Predict('question -> n: int')(question, { lm: lm }).catch(() => undefined)
  expect(JSON.stringify(recorded.spans().map(({ status }) => status))).not.toContain('private')
})

test('an evaluation is a span around its rows', async () => {
  const devset = [1, 2].map((n) => example({ question: `why ${n}?` }, { inputs: ['question'] }))
  await context({ lm: makeLM() }, () =>
    evaluate(new Predict('question -> query'), { devset, metric: () => true }),
  )
  const ofRow = ['invoke_agent Predict', ['chat flash']]
  expect(recorded.tree()).toEqual([['evaluate Predict', [ofRow, ofRow]]])
  expect(recorded.named('evaluate Predict').attributes).toMatchObject({
    'ockham.evaluate.examples': 2,
    'ockham.evaluate.score': 1,
  })
})

test('telemetry can be switched off, for the process or a scope, and on again', async () => {
  const run = () => new Predict('question -> query')(question, { lm: makeLM() })
  configure({ telemetry: false })
  await run()
  expect(recorded.spans()).toEqual([])
  await context({ telemetry: true }, run)
  expect(recorded.spans()).toHaveLength(2)
  recorded.clear()
  configure({ telemetry: undefined })
  await context({ telemetry: false }, run)
  expect(recorded.spans()).toEqual([])
})

test('spans may go to a tracer of one’s own', async () => {
  using own = new Recorded()
  configure({ telemetry: { tracer: own.provider.getTracer('mine') } })
  await new RAG()(question, { lm: makeLM() })
  expect(own.tree()).toEqual([ofRAG])
  expect(recorded.spans()).toEqual([])
})

test('a tracer that breaks is warned of and breaks nothing', async () => {
  const warnings: string[] = []
  const listen = (warning: Error) => warnings.push(warning.message)
  process.on('warning', listen)
  const startActiveSpan = () => {
    throw new Error('broken tracer')
  }
  const { query } = await context({ telemetry: { tracer: { startActiveSpan } } }, () =>
    new Predict('question -> query')(question, { lm: makeLM() }),
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.off('warning', listen)
  expect(query).toBe('a query')
  expect(warnings.join()).toContain('broken tracer')
})
