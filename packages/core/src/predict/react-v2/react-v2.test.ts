import { expect, test } from 'vitest'
import { z } from 'zod'
import { History } from '../../example/history.ts'
import type { LMToolCall } from '../../lm/lm-tool.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ReActV2 } from './react-v2.ts'

const weather = tool({
  name: 'weather',
  description: 'The weather of a town.',
  input: z.object({ city: z.string(), days: z.int().default(1) }),
  execute: async ({ city, days }) => ({ city, days, rain: true }),
})
const capabilities = { tools: true }

function call(name: string, args: object, id = ''): LMToolCall {
  return { id, name, arguments: JSON.stringify(args) }
}

test('tools are called natively, several at once, and their results go back under the ids of the calls', async () => {
  const agent = new ReActV2('question -> answer, score: float', { tools: [weather] })
  const calls = [
    call('weather', { city: 'Oslo' }, 'a'),
    call('weather', { city: 'Rome', days: '2' }, 'b'),
  ]
  const submit = [call('submit', { answer: 'Rain in both.', score: '0.5' }, 'c')]
  const lm = new MockLM([{ text: 'Two towns.', toolCalls: calls }, { toolCalls: submit }], {
    capabilities,
  })
  const prediction = await agent({ question: 'Rain?' }, { lm })
  expect(prediction).toMatchObject({
    answer: 'Rain in both.',
    score: 0.5,
    terminationReason: 'submit',
  })
  expect(prediction.$meta.attempts).toBe(2)
  const [first, second] = lm.requests
  expect(first?.config?.tools?.map(({ name }) => name)).toEqual(['weather', 'submit'])
  expect(second?.messages.slice(1, -1)).toEqual([
    { role: 'user', content: '[[ ## question ## ]]\nRain?' },
    {
      role: 'assistant',
      content: '[[ ## next_thought ## ]]\nTwo towns.\n\n[[ ## completed ## ]]\n',
      toolCalls: [
        { id: 'a', name: 'weather', arguments: '{"city": "Oslo"}' },
        { id: 'b', name: 'weather', arguments: '{"city": "Rome", "days": "2"}' },
      ],
    },
    { role: 'tool', toolCallId: 'a', content: '{"city": "Oslo", "days": 1, "rain": true}' },
    { role: 'tool', toolCallId: 'b', content: '{"city": "Rome", "days": 2, "rain": true}' },
  ])
})

test('the submit tool tells of every output: type, description, bounds, what may be missing', async () => {
  const agent = new ReActV2(
    {
      inputs: { question: z.string() },
      outputs: {
        score: z.number().min(0).max(1).describe('how sure'),
        people: z.array(z.object({ name: z.string() })),
        note: z.string().optional(),
      },
    },
    { tools: [] },
  )
  expect(agent.tools.at(-1)?.parameters).toEqual({
    type: 'object',
    properties: {
      score: { type: 'number', minimum: 0, maximum: 1, description: 'how sure' },
      people: {
        type: 'array',
        items: {
          type: 'object',
          title: 'People',
          properties: { name: { type: 'string', title: 'Name' } },
          required: ['name'],
        },
      },
      note: { type: 'string' },
    },
    required: ['score', 'people'],
  })
})

test('what is submitted is checked by the signature, and what is wrong is fed back', async () => {
  const agent = new ReActV2("question -> answer: 'yes' | 'no', score: float", { tools: [] })
  const tries = [{ answer: 'yes' }, { answer: 'maybe', score: 1 }, { answer: 'YES', score: '90%' }]
  const replies = tries.map((args, at) => ({ toolCalls: [call('submit', args, `s${at}`)] }))
  const lm = new MockLM(replies, { capabilities })
  const { answer, score } = await agent({ question: 'x' }, { lm })
  expect([answer, score]).toEqual(['yes', 0.9])
  const results = lm.requests[2]?.messages.filter(({ role }) => role === 'tool')
  expect(results?.map(({ content }) => content)).toEqual([
    expect.stringMatching(/lacks: score\. Correct the arguments and call it again/),
    expect.stringMatching(/`answer` does not fit: expected one of 'yes', 'no'/),
  ])
})

test("calls without ids, and ids that occur twice, get ids of DSPy's kind", async () => {
  const agent = new ReActV2('question -> answer', { tools: [weather] })
  const twice = [
    call('weather', { city: 'Oslo' }, 'a'),
    call('weather', { city: 'Rome' }, 'a'),
    call('weather', { city: 'Bern' }),
  ]
  const lm = new MockLM([{ toolCalls: twice }, { toolCalls: [call('submit', { answer: 'x' })] }], {
    capabilities,
  })
  const { history } = await agent({ question: 'x' }, { lm })
  expect(history.messages.map(idsOf)).toEqual([['a', 'call_0_1', 'call_0_2'], ['call_1_0']])
})

test('an LM without tools is told of them, and writes its calls', async () => {
  const agent = new ReActV2('question -> answer', { tools: [weather] })
  const turns = [
    { next_thought: 'See.', tool_calls: [{ name: 'weather', args: { city: 'Oslo' } }] },
    {
      next_thought: 'Done.',
      tool_calls: { tool_calls: [{ name: 'submit', args: { answer: 'rain' } }] },
    },
  ]
  const lm = new MockLM(turns.map((fields) => JSON.stringify(fields)))
  const { answer } = await agent({ question: 'Rain?' }, { lm })
  expect(answer).toBe('rain')
  const [first, second] = lm.requests.map(({ messages }) =>
    messages.map(({ content }) => content).join('\n'),
  )
  expect(lm.requests[0]?.config?.tools).toBeUndefined()
  expect(first).toContain('weather, whose description is <desc>The weather of a town.</desc>')
  expect(second).toContain('[[ ## tool_call_results ## ]]')
  expect(second).toContain('"call_id": "call_0_0", "name": "weather", "value": {"city": "Oslo"')
})

test('a conversation goes on with the history of the last prediction, which is not changed', async () => {
  const agent = new ReActV2('question -> answer', { tools: [weather] })
  const reply = (answer: string) => ({ toolCalls: [call('submit', { answer })] })
  const lm = new MockLM([reply('Rain.'), reply('Sun.')], { capabilities })
  const first = await agent({ question: 'Today?' }, { lm })
  const before = JSON.stringify(first.history)
  const second = await agent({ question: 'Tomorrow?', history: first.history }, { lm })
  expect(JSON.stringify(first.history)).toBe(before)
  expect(second.history).toBeInstanceOf(History)
  expect(second.history.messages).toMatchObject([
    { question: 'Today?', answer: 'Rain.' },
    { question: 'Tomorrow?', answer: 'Sun.' },
  ])
  expect(second.history.messages.map(idsOf)).toEqual([['call_0_0'], ['call_1_0']])
  const saved: History = JSON.parse(JSON.stringify(second.history))
  const third = new MockLM([reply('Snow.')], { capabilities })
  await agent({ question: 'And then?', history: saved }, { lm: third })
  expect(third.requests[0]?.messages.map(({ role }) => role).join(' ')).toBe(
    'system user assistant tool user assistant tool user',
  )
})

test('one agent serves many calls at once, and usage is complete', async () => {
  const agent = new ReActV2('city -> answer', { tools: [weather] })
  const lm = new MockLM(
    ({ messages }) => {
      const city = /\n(Town\d+)/.exec(JSON.stringify(messages).replaceAll('\\n', '\n'))?.[1]
      const isKnown = messages.some(({ role }) => role === 'tool')
      return { toolCalls: [isKnown ? call('submit', { answer: city }) : call('weather', { city })] }
    },
    { capabilities },
  )
  const cities = Array.from({ length: 50 }, (_, at) => `Town${at}`)
  const { result, usage } = await trackUsage(() =>
    Promise.all(cities.map((city) => agent({ city }, { lm }))),
  )
  expect(result.map(({ answer }) => answer)).toEqual(cities)
  expect(usage.calls).toBe(100)
})

function idsOf(turn: Record<string, unknown>): unknown {
  const calls: unknown = Reflect.get(Object(turn['tool_calls']), 'toolCalls')
  return Array.isArray(calls) ? calls.map((one: object) => Reflect.get(one, 'id')) : calls
}
