import { type LM, ReActV2, streamify, tool } from '@ockham/core'
import { expect, test } from 'vitest'
import { type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { anthropic } from '../anthropic/anthropic.ts'
import { ollama } from '../ollama/ollama.ts'
import { openai } from '../openai/openai.ts'

interface Call {
  id: string
  name: string
  args: object
}

/** How a vendor's server calls tools, and what of a request's body its API needs to know of them. */
interface Wire {
  connect(baseURL: string): LM
  contentType: string
  reply(calls: readonly Call[], streamed: boolean): string
  /** Names of the tools, then the calls of earlier turns, then their results. */
  told(body: Record<string, unknown>): unknown
}

const apiKey = 'key'
const line = (data: object): string => `${JSON.stringify(data)}\n`
const sse = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const named = (data: { type: string }): string => `event: ${data.type}\n${sse(data)}`
const list = (value: unknown, key: string): object[] => {
  const found: unknown = Reflect.get(Object(value), key)
  return Array.isArray(found) ? found : []
}
const get = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce((part: unknown, key) => Reflect.get(Object(part), key), value)

const wires: Record<string, Wire> = {
  OpenAI: {
    connect: (baseURL) => openai('gpt-4o-mini', { baseURL, apiKey }),
    contentType: 'text/event-stream',
    reply(calls, streamed) {
      const tool_calls = calls.map(({ id, name, args }, index) => ({
        index,
        id,
        type: 'function',
        function: { name, arguments: JSON.stringify(args) },
      }))
      const finish = { index: 0, finish_reason: 'tool_calls' }
      if (!streamed) return JSON.stringify({ choices: [{ ...finish, message: { tool_calls } }] })
      return `${sse({ choices: [{ ...finish, delta: { tool_calls } }] })}data: [DONE]\n\n`
    },
    told: (body) => [
      list(body, 'tools').map((one) => get(one, 'function', 'name')),
      list(body, 'messages')
        .flatMap((message) => list(message, 'tool_calls'))
        .map((one) => [get(one, 'id'), JSON.parse(String(get(one, 'function', 'arguments')))]),
      list(body, 'messages')
        .filter((message) => get(message, 'role') === 'tool')
        .map((message) => [get(message, 'tool_call_id'), get(message, 'content')]),
    ],
  },
  Anthropic: {
    connect: (baseURL) => anthropic('claude-haiku-4-5', { baseURL, apiKey }),
    contentType: 'text/event-stream',
    reply: (calls) =>
      [
        { type: 'message_start', message: { usage: { input_tokens: 1, output_tokens: 1 } } },
        ...calls.flatMap(({ id, name, args }, index) => [
          {
            type: 'content_block_start',
            index,
            content_block: { type: 'tool_use', id, name, input: {} },
          },
          {
            type: 'content_block_delta',
            index,
            delta: { type: 'input_json_delta', partial_json: JSON.stringify(args) },
          },
          { type: 'content_block_stop', index },
        ]),
        { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 9 } },
        { type: 'message_stop' },
      ]
        .map(named)
        .join(''),
    told: (body) => {
      const blocks = list(body, 'messages').flatMap((message) => list(message, 'content'))
      const of = (type: string): object[] => blocks.filter((block) => get(block, 'type') === type)
      return [
        list(body, 'tools').map((one) => get(one, 'name')),
        of('tool_use').map((block) => [get(block, 'id'), get(block, 'input')]),
        of('tool_result').map((block) => [get(block, 'tool_use_id'), get(block, 'content')]),
      ]
    },
  },
  Ollama: {
    connect: (baseURL) => ollama('llama3.2', { baseURL }),
    contentType: 'application/x-ndjson',
    reply: (calls) =>
      [
        ...calls.map(({ name, args }) => ({
          message: {
            role: 'assistant',
            content: '',
            tool_calls: [{ function: { name, arguments: args } }],
          },
        })),
        { message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' },
      ]
        .map(line)
        .join(''),
    // Its wire has no ids: results follow in the order of the calls, under the tool's name.
    told: (body) => [
      list(body, 'tools').map((one) => get(one, 'function', 'name')),
      list(body, 'messages')
        .flatMap((message) => list(message, 'tool_calls'))
        .map((one, at) => [`c${at}`, get(one, 'function', 'arguments')]),
      list(body, 'messages')
        .filter((message) => get(message, 'role') === 'tool')
        .map((message, at) => [`c${at}`, get(message, 'content')]),
    ],
  },
}

const weather = tool({
  name: 'weather',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  execute: async ({ city }) => {
    // The first call is the last to end.
    await new Promise((resolve) => setTimeout(resolve, city === 'Oslo' ? 30 : 1))
    return `rain in ${city}`
  },
})

function serve({ contentType, reply }: Wire): Promise<ScriptedServer> {
  const turns: Call[][] = [
    ['Oslo', 'Rome'].map((city, at) => ({ id: `c${at}`, name: 'weather', args: { city } })),
    [{ id: 'c2', name: 'submit', args: { answer: 'rain' } }],
  ]
  let turn = 0
  return scriptedServer((response, { body }) => {
    const streamed = body['stream'] === true
    response.writeHead(200, { 'content-type': streamed ? contentType : 'application/json' })
    response.end(reply(turns[turn] ?? [], streamed))
    turn += 1
  })
}

const cases = Object.keys(wires).flatMap((vendor) => [
  { vendor, way: 'called' },
  { vendor, way: 'streamed' },
])

test.for(cases)(
  '$vendor: a $way agent calls tools at once and sends results under the ids of their calls',
  async ({ vendor, way }) => {
    const wire = wires[vendor]
    if (!wire) throw new Error(`no wire for ${vendor}`)
    await using server = await serve(wire)
    const lm = wire.connect(server.url)
    const agent = new ReActV2('question -> answer', { tools: [weather] })
    const inputs = { question: 'Rain?' }
    const prediction =
      way === 'called'
        ? await agent(inputs, { lm })
        : await streamify(agent)(inputs, { lm }).prediction
    expect(prediction).toMatchObject({ answer: 'rain', terminationReason: 'submit' })
    expect(server.requests.map(({ body }) => wire.told(body))).toEqual([
      [['weather', 'submit'], [], []],
      [
        ['weather', 'submit'],
        [
          ['c0', { city: 'Oslo' }],
          ['c1', { city: 'Rome' }],
        ],
        [
          ['c0', 'rain in Oslo'],
          ['c1', 'rain in Rome'],
        ],
      ],
    ])
  },
)

test('Ollama cannot be forced to call a tool: at the last it is offered submit alone', async () => {
  const wire = wires['Ollama']
  if (!wire) throw new Error('no wire for Ollama')
  await using server = await serve(wire)
  const agent = new ReActV2('question -> answer', { tools: [weather], maxIters: 1 })
  const { terminationReason } = await agent({ question: 'Rain?' }, { lm: wire.connect(server.url) })
  expect(terminationReason).toBe('forced_submit')
  expect(
    list(server.requests[1]?.body, 'tools').map((one) => get(one, 'function', 'name')),
  ).toEqual(['submit'])
})
