import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { evaluate } from '../../evaluate/evaluate.ts'
import { example } from '../../example/example.ts'
import { Module } from '../../module/module.ts'
import { ChainOfThought } from '../../predict/chain-of-thought.ts'
import { Predict } from '../../predict/predict.ts'
import { runTool } from '../../predict/tools/run-tool.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { context } from '../context.ts'
import { collectSpans } from './collect-spans.ts'
import { formatSpans } from './format-spans.ts'
import type { TraceSpan } from './trace-span.ts'

const fail = tool({
  name: 'fail',
  execute: () => {
    throw new Error('out of order')
  },
})

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const [first, second] = await Promise.all([this.plan({ question }), this.plan({ question })])
    await runTool(fail, { q: first.query })
    return this.respond({ question, passages: [first.query, second.query] })
  }
}

const question = { question: 'why?' }
const fields = { query: 'a query', reasoning: 'so', answer: 'rain' }
const makeLM = () => new MockLM(fields, { costUSD: 0.5 })

/** Kinds and names, indented as they nest. */
function outline(spans: readonly TraceSpan[]): unknown[] {
  return spans.map(({ kind, name, children }) =>
    children.length > 0 ? [`${kind} ${name}`, outline(children)] : `${kind} ${name}`,
  )
}

const ofPredictor = ['adapterFormat ChatAdapter', 'lm mock/mock', 'adapterParse ChatAdapter']
const ofRAG = [
  'module RAG',
  [
    ['module plan', ofPredictor],
    ['module plan', ofPredictor],
    'tool fail',
    ['module ChainOfThought', [['module respond.predict', ofPredictor]]],
  ],
]

test('a run is told as a tree, complete across concurrent calls', async () => {
  const { result, spans, droppedSpans } = await collectSpans(() =>
    new RAG()(question, { lm: makeLM() }),
  )
  expect(result.answer).toBe('rain')
  expect(droppedSpans).toBe(0)
  expect(outline(spans)).toEqual([ofRAG])
})

test('each span has inputs, outputs, time, tokens and dollars of all that is inside', async () => {
  const before = Date.now()
  const { spans } = await collectSpans(() => new RAG()(question, { lm: makeLM() }))
  const [root] = spans
  const outputs = { answer: 'rain', reasoning: 'so' }
  expect(root).toMatchObject({ inputs: question, outputs, costUSD: 1.5 })
  const lms = (all: readonly TraceSpan[]): TraceSpan[] =>
    all.flatMap((span) => (span.kind === 'lm' ? [span] : lms(span.children)))
  const tokens = lms(spans).map(({ usage }) => usage?.inputTokens ?? 0)
  expect(tokens).toHaveLength(3)
  expect(root?.usage?.inputTokens).toBe(tokens.reduce((sum, one) => sum + one))
  expect(root?.startedAt).toBeGreaterThanOrEqual(before - 1)
  const [plan] = root?.children ?? []
  expect(plan?.durationMs).toBeLessThanOrEqual(root?.durationMs ?? 0)
  expect(plan?.children[1]?.inputs).toMatchObject({ messages: [{ role: 'system' }, {}] })
})

test('spans are plain JSON, and keys in what is passed on to a vendor are not shown', async () => {
  const { signal } = new AbortController()
  const extra = { api_key: 'sk-1' }
  const { spans } = await collectSpans(() => new RAG()(question, { lm: makeLM(), extra, signal }))
  const text = JSON.stringify(spans)
  expect(JSON.parse(text)).toEqual(spans)
  expect(text).not.toMatch(/sk-1/)
})

test('a tool that fails and a run that fails keep their errors', async () => {
  const into: TraceSpan[] = []
  const run = () => new RAG()(question, { lm: new MockLM(['[[ ## query ## ]]\nx']) })
  await expect(collectSpans(run, { into })).rejects.toThrow('MockLM')
  expect(into).toMatchObject([{ kind: 'module', error: { name: 'OckhamError' } }])

  const { spans } = await collectSpans(() => runTool(fail, {}))
  expect(spans).toMatchObject([{ kind: 'tool', inputs: {}, error: { message: 'out of order' } }])
})

test('streams are told of too, also when their reader leaves', async () => {
  const { spans } = await collectSpans(async () => {
    for await (const event of streamify(new RAG())(question, { lm: makeLM() })) void event
  })
  expect(outline(spans)).toEqual([ofRAG])

  const left = await collectSpans(async () => {
    const stream = streamify(new RAG())(question, { lm: makeLM() })
    for await (const event of stream) if (event.type === 'field') break
    await stream.prediction.catch(() => undefined)
    // The reader is free at once; the program ends when its parts have.
    await new Promise(setImmediate)
  })
  expect(left.spans).toMatchObject([{ name: 'RAG', error: { name: 'AbortError' } }])
  expect(left.spans[0]?.durationMs).toBeGreaterThan(0)
})

test('runs at the same time keep apart, and what runs around one is not in it', async () => {
  const runs = await collectSpans(() =>
    Promise.all(
      Array.from({ length: 20 }, () =>
        collectSpans(() => new Predict('question -> query')(question, { lm: makeLM() })),
      ),
    ),
  )
  expect(runs.spans).toHaveLength(20)
  for (const { spans } of runs.result)
    expect(outline(spans)).toEqual([['module Predict', ofPredictor]])
})

test('callbacks set inside do not end the collection', async () => {
  const { spans } = await collectSpans(() =>
    context({ callbacks: [{}] }, () => new RAG()(question, { lm: makeLM() })),
  )
  expect(outline(spans)).toEqual([ofRAG])
})

test('an evaluation tells its score, not its rows', async () => {
  const devset = [1, 2].map((n) =>
    example({ question: `why ${n}?`, query: 'a query' }, { inputs: ['question'] }),
  )
  const { spans } = await collectSpans(() =>
    context({ lm: makeLM() }, () =>
      evaluate(new Predict('question -> query'), { devset, metric: () => true }),
    ),
  )
  expect(spans).toMatchObject([
    {
      kind: 'evaluate',
      name: 'Predict',
      inputs: { examples: 2 },
      outputs: { score: 1 },
      costUSD: 1,
    },
  ])
  expect(spans[0]?.children).toHaveLength(2)
})

test('limits drop spans and cut texts', async () => {
  const run = () => new RAG()(question, { lm: makeLM() })
  const { spans, droppedSpans } = await collectSpans(run, { maxSpans: 3, maxCharacters: 4 })
  expect(JSON.stringify(spans).match(/"callId"/g)).toHaveLength(3)
  expect(droppedSpans).toBe(12)
  expect(spans[0]?.outputs).toEqual({ reasoning: 'so', answer: 'rain' })
  expect(spans[0]?.children[0]?.outputs).toEqual({ query: 'a qu…' })
  await expect(collectSpans(run, { maxSpans: -1 })).rejects.toThrow(OptionError)
})

test('values that JSON cannot hold are named', async () => {
  const circular: Record<string, unknown> = {
    at: new Date(0),
    map: new Map([['a', new Set([1n])]]),
    bytes: new Float32Array(2),
    gone: undefined,
    nan: Number.NaN,
    run: function work() {},
    module: new RAG(),
    get broken() {
      return 'fine'
    },
  }
  circular['self'] = circular
  const { spans } = await collectSpans(() =>
    runTool(tool({ name: 't', execute: () => 1 }), circular),
  )
  expect(spans[0]?.inputs).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    map: { a: ['1'] },
    bytes: '[Float32Array of 8 bytes]',
    nan: 'NaN',
    run: '[function work]',
    module: '[RAG]',
    broken: 'fine',
    self: '[circular]',
  })
})

test('spans print as a tree with time and tokens', async () => {
  const { spans } = await collectSpans(() => new RAG()(question, { lm: makeLM() }))
  const lines = formatSpans(spans, { color: false })
    .replaceAll(/[\d.]+ ms/g, 'ms')
    .replaceAll(/\d+ tokens in, \d+ out/g, 'tokens')
    .split('\n')
  expect(lines).toEqual([
    'module RAG  ms · tokens, $1.50',
    '  module plan  ms · tokens, $0.50',
    '    lm mock/mock  ms · tokens, $0.50',
    '  module plan  ms · tokens, $0.50',
    '    lm mock/mock  ms · tokens, $0.50',
    '  tool fail  ms  Error: out of order',
    '  module ChainOfThought  ms · tokens, $0.50',
    '    module respond.predict  ms · tokens, $0.50',
    '      lm mock/mock  ms · tokens, $0.50',
  ])
  expect(formatSpans(spans, { adapters: true })).toContain('adapterParse ChatAdapter')
})
