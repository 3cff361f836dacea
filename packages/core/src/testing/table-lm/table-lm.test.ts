import { describe, expect, test } from 'vitest'
import { cached } from '../../lm/cache/cached.ts'
import { ChainOfThought } from '../../predict/chain-of-thought.ts'
import { Predict } from '../../predict/predict.ts'
import type { Adapter } from '../../prompt/adapter.ts'
import { BAMLAdapter } from '../../prompt/baml/baml-adapter.ts'
import { ChatAdapter } from '../../prompt/chat/chat-adapter.ts'
import { JSONAdapter } from '../../prompt/json/json-adapter.ts'
import { XMLAdapter } from '../../prompt/xml/xml-adapter.ts'
import { streamify } from '../../streaming/streamify.ts'
import { OutcomeTable } from './outcome-table.ts'

const rows = [
  { id: 'q1', question: 'Why?', right: 'so', 'a:text': 'so', 'a:usd': 0.5 },
  {
    id: 'q2',
    question: 'Is 1 < 2?\n\nSay & explain.',
    right: 'yes',
    'a:text': 'a <b> & "c"',
    'a:usd': 0.25,
  },
  { id: 'q3', question: 'When?', right: 'now', 'a:text': '', 'a:usd': 0.125 },
  { id: 'q4', question: 'When?', right: 'then', 'a:text': 'then', 'a:usd': '' },
]
const table = OutcomeTable.fromRows(rows, {
  example: 'id',
  inputs: ['id', 'question'],
  answer: '{model}:text',
  cost: '{model}:usd',
  label: 'right',
})
const user = (content: string) => ({ messages: [{ role: 'user' as const, content }] })

describe('a TableLM answers', () => {
  const adapters: [name: string, adapter: Adapter][] = [
    new ChatAdapter(),
    new JSONAdapter(),
    new XMLAdapter(),
    new BAMLAdapter(),
  ].map((adapter) => [adapter.name, adapter])

  test.each(adapters)(
    'what is recorded, at its cost, in the format of %s',
    async (_name, adapter) => {
      const program = new Predict('id, question -> answer')
      const lm = table.lm('a')
      for (const { id, question, 'a:text': answer, 'a:usd': cost } of rows.slice(0, 2)) {
        const prediction = await program({ id, question }, { lm, adapter })
        expect(prediction.answer).toBe(answer)
        expect(prediction.$meta).toMatchObject({ model: 'a', costUSD: cost, attempts: 1 })
      }
    },
  )

  test.each(adapters)('by the question alone, where %s shows no key', async (_name, adapter) => {
    const program = new Predict('question -> answer')
    const { question = '' } = rows[1] ?? {}
    const prediction = await program({ question }, { lm: table.lm('a'), adapter })
    expect(prediction.answer).toBe('a <b> & "c"')
  })

  test('in the output field of the table, and leaves other texts empty', async () => {
    const program = new ChainOfThought('id -> answer')
    const prediction = await program({ id: 'q1' }, { lm: table.lm('a') })
    expect({ ...prediction }).toEqual({ reasoning: '', answer: 'so' })
  })

  test('in the last output field of a program that names it otherwise', async () => {
    const program = new Predict('id -> thought, verdict')
    expect(await program({ id: 'q1' }, { lm: table.lm('a') })).toMatchObject({ verdict: 'so' })
  })

  test('with values from the caller in output fields that are no texts', async () => {
    const program = new Predict('id -> confidence: float, answer')
    const lm = table.lm('a', { otherFields: { confidence: 0.75 } })
    expect(await program({ id: 'q1' }, { lm })).toMatchObject({ confidence: 0.75, answer: 'so' })
    const call = program({ id: 'q1' }, { lm: table.lm('a') })
    await expect(call).rejects.toThrow('pass `otherFields: { confidence: … }`')
  })

  test('about the last question, whatever the demonstrations are about', async () => {
    const program = new Predict('id -> answer')
    program.demos = [{ id: 'q4', answer: 'then' }]
    expect(await program({ id: 'q1' }, { lm: table.lm('a') })).toMatchObject({ answer: 'so' })
  })

  test('a message that is only the key with only the text', async () => {
    const response = await table.lm('a').generate(user(' q1\n'))
    expect(response).toEqual({
      model: 'a',
      outputs: [{ text: 'so', finishReason: 'stop' }],
      usage: { inputTokens: 1, outputTokens: 1, estimated: true },
      costUSD: 0.5,
    })
  })

  test('a message that is only the key, whatever the key looks like', async () => {
    const labelled = OutcomeTable.fromRows([{ example: 'gsm8k: 7', a: 'x' }], { answer: '{model}' })
    expect((await labelled.lm('a').generate(user('gsm8k: 7'))).outputs[0]?.text).toBe('x')
    await expect(labelled.lm('a').generate(user('7'))).rejects.toThrow('"7" names no example')
  })

  test('with its score, where only scores are recorded', async () => {
    const scores = OutcomeTable.fromRows([{ example: 1, a: 0.25 }], { score: '{model}' })
    const program = new Predict('example -> answer: float')
    expect(await program({ example: '1' }, { lm: scores.lm('a') })).toMatchObject({ answer: 0.25 })
  })

  test('as many completions as it is asked for, each at the cost', async () => {
    const request = { ...user('q1'), config: { n: 3 } }
    const response = await table.lm('a').generate(request)
    expect(response.outputs.map(({ text }) => text)).toEqual(['so', 'so', 'so'])
    expect([response.costUSD, table.lm('a').maxCostUSD(request)]).toEqual([1.5, 1.5])
  })

  test('streams with the same', async () => {
    const program = new Predict('id -> answer')
    program.lm = table.lm('a')
    const stream = streamify(program)({ id: 'q2' })
    let shown = ''
    for await (const event of stream) if (event.type === 'field') shown += event.delta
    expect(shown).toBe('a <b> & "c"')
    expect((await stream.prediction).$meta.costUSD).toBe(0.25)
  })
})

describe('a TableLM', () => {
  test('has other fingerprints where the table, the model or the prompt is another', async () => {
    const other = OutcomeTable.fromRows([{ example: 'q1', a: 'no', b: 'so' }], {
      answer: '{model}',
      label: { value: 'so' },
    })
    const prints = [
      table.lm('a').fingerprint(user('q1')),
      other.lm('a').fingerprint(user('q1')),
      other.lm('b').fingerprint(user('q1')),
      table.lm('a').fingerprint(user('q1 ')),
      table.lm('a').fingerprint(user('q2')),
    ].map((print) => JSON.stringify(print))
    expect(new Set(prints).size).toBe(prints.length)
    const lm = cached(table.lm('a'))
    await lm.generate(user('q1'))
    expect(await lm.generate(user('q1'))).toMatchObject({ cached: true })
  })

  test('waits as long as the recorded call took when it is told to, and no longer than the signal', async () => {
    const slow = OutcomeTable.fromRows(
      [
        { example: 1, a: 'x', 'a:ms': 30 },
        { example: 2, a: 'x', 'a:ms': 60_000 },
      ],
      {
        answer: '{model}',
        latency: '{model}:ms',
      },
    )
    const startedAt = performance.now()
    await slow.lm('a').generate(user('2'))
    expect(performance.now() - startedAt).toBeLessThan(1000)
    await slow.lm('a', { waits: true }).generate(user('1'))
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29)
    const signal = AbortSignal.timeout(10)
    const call = slow.lm('a', { waits: true }).generate({ ...user('2'), signal })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
  })

  test('takes far less than a millisecond a call, however large the table', async () => {
    const many = OutcomeTable.fromRows(
      Array.from({ length: 20_000 }, (_, index) => ({ example: index, a: index % 7 })),
      { answer: '{model}', label: { value: '0' } },
    )
    const lm = many.lm('a')
    const { signature } = new Predict('example -> answer')
    const requests = Array.from({ length: 2000 }, (_, index) => ({
      messages: new ChatAdapter().format(signature, [], { example: String(index * 10) }),
    }))
    const startedAt = performance.now()
    for (const request of requests) await lm.generate(request)
    expect((performance.now() - startedAt) / requests.length).toBeLessThan(0.5)
  })
})
