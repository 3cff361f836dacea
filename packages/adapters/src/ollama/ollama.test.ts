import { ContextWindowExceededError, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { afterEach, expect, test, vi } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { ollama } from './ollama.ts'

const line = (fields: object): string => `${JSON.stringify({ model: 'llama3.2', ...fields })}\n`
const call = (name: string, args: object): object => ({ function: { name, arguments: args } })
const replyWithTools = [
  line({ message: { role: 'assistant', content: '', thinking: 'Hm.' }, done: false }),
  line({ message: { role: 'assistant', content: 'Adding.' }, done: false }),
  line({ message: { role: 'assistant', content: '', tool_calls: [call('add', { a: 1 })] } }),
  line({ message: { role: 'assistant', content: '', tool_calls: [call('add', { a: 2 })] } }),
  line({
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 12,
    eval_count: 8,
  }),
].join('')

function answering(bytes: string, status = 200): Promise<ScriptedServer> {
  return scriptedServer((response) => {
    response.writeHead(status, { 'content-type': 'application/x-ndjson' }).end(bytes)
  })
}

afterEach(() => {
  vi.restoreAllMocks()
})

test.for(['stream', 'generate'])(
  '%s maps thinking, text, tool calls and usage, free of charge',
  async (way) => {
    await using server = await answering(replyWithTools)
    const lm = ollama('llama3.2', { baseURL: server.url })
    const response =
      way === 'stream' ? (await collect(lm, hello)).response : await lm.generate(hello)
    expect(response).toEqual({
      model: 'ollama/llama3.2',
      outputs: [
        {
          text: 'Adding.',
          reasoning: 'Hm.',
          finishReason: 'tool_calls',
          toolCalls: [
            { id: 'call_0', name: 'add', arguments: '{"a":1}' },
            { id: 'call_1', name: 'add', arguments: '{"a":2}' },
          ],
        },
      ],
      usage: { inputTokens: 12, outputTokens: 8 },
      costUSD: 0,
    })
    expect(server.requests[0]).toMatchObject({ path: '/api/chat', body: { stream: true } })
  },
)

test('settings, messages and images are put in the words of Ollama', async () => {
  await using server = await answering(replyWithTools)
  const schema = { type: 'object' }
  const messages: LMMessage[] = [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'See' },
        { type: 'image', url: 'data:image/png;base64,QQ==' },
        { type: 'document', data: ' this.', mediaType: 'text/plain' },
      ],
    },
    { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'add', arguments: '{"a":1}' }] },
    { role: 'tool', content: '3', toolCallId: 'c' },
  ]
  await ollama('llama3.2', { baseURL: server.url, temperature: 0, maxTokens: 5 }).generate({
    messages,
    config: {
      topP: 0.5,
      stop: ['END'],
      seed: 1,
      reasoningEffort: 'none',
      rolloutId: 9,
      responseFormat: { type: 'json_schema', name: 'out', schema },
      tools: [{ name: 'add', description: 'adds', parameters: schema }],
      extra: { keep_alive: '5m', options: { num_ctx: 8192 } },
    },
  })
  expect(server.requests[0]?.body).toEqual({
    model: 'llama3.2',
    stream: true,
    truncate: false,
    shift: false,
    think: false,
    keep_alive: '5m',
    format: schema,
    options: { temperature: 0, num_predict: 5, top_p: 0.5, stop: ['END'], seed: 1, num_ctx: 8192 },
    tools: [
      { type: 'function', function: { name: 'add', description: 'adds', parameters: schema } },
    ],
    messages: [
      { role: 'user', content: 'See this.', images: ['QQ=='] },
      { role: 'assistant', content: '', tool_calls: [call('add', { a: 1 })] },
      { role: 'tool', content: '3', tool_name: 'add' },
    ],
  })
})

test('an unknown model says which command fetches it', async () => {
  await using server = await answering('{"error":"model \\"llama3.2\\" not found"}', 404)
  const error = await caught(ollama('llama3.2', { baseURL: server.url }).generate(hello))
  expect(String(error)).toContain('ollama pull llama3.2')
})

test('what the wire cannot say is refused before any call', async () => {
  await using server = await answering(replyWithTools)
  const lm = ollama('llama3.2', { baseURL: server.url })
  const image = { type: 'image' as const, url: 'https://x.test/a.png' }
  for (const request of [
    { ...hello, config: { n: 2 } },
    { ...hello, config: { toolChoice: 'required' as const } },
    { messages: [{ role: 'user' as const, content: [image] }] },
  ]) {
    expect(await caught(lm.generate(request))).toBeInstanceOf(UnsupportedFeatureError)
  }
  expect(server.requests).toHaveLength(0)
})

test.for(['a line that is { not JSON\n', '{"model":"llama3.2","mess'])(
  'nothing of a bad reply is written to the console: %j',
  async (bytes) => {
    const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
    await using server = await answering(bytes)
    await caught(ollama('llama3.2', { baseURL: server.url }).generate(hello))
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  },
)

test('the address may be given without a scheme, and a key is sent when there is one', async () => {
  await using server = await answering(replyWithTools)
  const env = { OLLAMA_HOST: new URL(server.url).host, OLLAMA_API_KEY: 'key' }
  await ollama('llama3.2', { env }).generate(hello)
  expect(server.requests[0]?.headers.authorization).toBe('Bearer key')
})

test.for([
  ['is an error when the prompt filled the window', 4096, ContextWindowExceededError],
  ['is a reply when it did not', 4095, undefined],
] as const)('a call with a known window %s', async ([, count, error]) => {
  await using server = await scriptedServer((response) => {
    const message = { role: 'assistant', content: 'sure' }
    response.end(`${JSON.stringify({ message, done: true, prompt_eval_count: count })}\n`)
  })
  const lm = ollama('llama3.2', { baseURL: server.url, extra: { options: { num_ctx: 4096 } } })
  const failed = await lm.generate(hello).then(
    () => undefined,
    (reason: Error) => reason.constructor,
  )
  expect(failed).toBe(error)
})
