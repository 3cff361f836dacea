import { LLMock } from '@copilotkit/aimock'
import { type LMOptions, lm } from '@ockham/adapters'
import { type LM, LMError, type LMRequest, LMServerError, retrying } from '@ockham/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Way, ways } from './harness/ask.ts'

// An independent idea of each dialect: a server that others wrote and check against the real APIs.
const mock = new LLMock({ port: 0, chunkSize: 4 })
const text = 'The capital of France is Paris, of Peru Lima: «naïve» 🦜.'
const reasoning = 'I know this one.'
const call = { name: 'look_up', arguments: '{"city":"Zürich","days":3}' }
const usage = {
  ...{ prompt_tokens: 21, completion_tokens: 13, input_tokens: 21, output_tokens: 13 },
  ...{ promptTokenCount: 21, candidatesTokenCount: 13 },
}
const apiKey = 'sk-mock-0123456789'

beforeAll(async () => {
  mock
    .onMessage('plain', { content: text, usage })
    .onMessage('tool', { toolCalls: [call] })
    .onMessage('think', { content: text, reasoning })
    .onMessage('busy', { error: { message: 'try later', type: 'server_error' }, status: 503 })
    .onMessage('unknown key', { error: { message: 'no', type: 'invalid_api_key' }, status: 401 })
  await mock.start()
})

afterAll(() => mock.stop())

/** A dialect: the model, where it is found on the mock, and what it cannot tell. */
interface Dialect {
  name: string
  model: string
  path: string
  options?: LMOptions
  /** Where the mock tells no usage, or nothing but zeros. */
  noUsage?: readonly Way[]
  /** Where the mock writes reasoning otherwise than the API it stands for. */
  noReasoning?: true
}

const dialects: readonly Dialect[] = [
  { name: 'OpenAI, chat', model: 'openai/gpt-4o-mini', path: '/v1' },
  {
    ...{ name: 'OpenAI, responses', model: 'openai/gpt-4o-mini', path: '/v1' },
    options: { api: 'responses' },
  },
  { name: 'Anthropic', model: 'anthropic/claude-haiku-4-5', path: '' },
  { name: 'Gemini', model: 'gemini/gemini-2.5-flash', path: '/v1beta' },
  {
    ...{ name: 'Vertex AI', model: 'vertex_ai/gemini-2.5-flash' },
    path: '/v1/projects/p/locations/l',
  },
  // The mock counts no tokens and says `reasoning_content`; the server says `thinking`.
  { name: 'Ollama', model: 'ollama/llama3.2', path: '', noUsage: ways, noReasoning: true },
  // The mock gives a thought the type of a text.
  { name: 'Cohere', model: 'cohere/command-a-03-2025', path: '', noReasoning: true },
  {
    ...{ name: 'Azure', model: 'azure/my-deployment', path: '' },
    options: { apiVersion: '2024-10-21' },
  },
  { name: 'OpenRouter', model: 'openrouter/openai/gpt-4o-mini', path: '/api/v1' },
  { name: 'Groq', model: 'groq/llama-3.3-70b-versatile', path: '/openai/v1' },
  // Mistral tells its usage unasked, which the mock does only when asked.
  {
    ...{ name: 'Mistral', model: 'mistral/mistral-small-latest', path: '/v1' },
    noUsage: ['stream'],
  },
]

const request = (content: string, more: Partial<LMRequest> = {}): LMRequest => ({
  messages: [
    { role: 'system', content: 'Answer.' },
    { role: 'user', content },
  ],
  ...more,
})

const tools = [
  {
    name: 'look_up',
    description: 'Looks up the weather.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' }, days: { type: 'number' } },
    },
  },
]

describe.each(dialects)('$name', ({ model, path, options, noUsage = [], noReasoning }) => {
  const make = (): LM => lm(model, { apiKey, env: {}, ...options, baseURL: mock.url + path })

  test.each(ways)('%s: text, finish reason and usage', async (way) => {
    const { response, error, text: shown } = await ask(make(), way, request('plain'))
    expect(error).toBeUndefined()
    expect(shown).toBe(text)
    expect(response?.outputs[0]?.finishReason).toBe('stop')
    const told = { inputTokens: 21, outputTokens: 13 }
    if (noUsage.includes(way)) expect(response?.usage).toMatchObject({ estimated: true })
    else expect(response?.usage).toMatchObject(told)
  })

  test.each(ways)('%s: a tool call, and its answer', async (way: Way) => {
    const first = await ask(make(), way, request('tool', { config: { tools } }))
    expect(first.error).toBeUndefined()
    const [output] = first.response?.outputs ?? []
    expect(output?.finishReason).toBe('tool_calls')
    const [made] = output?.toolCalls ?? []
    expect({ name: made?.name, arguments: JSON.parse(made?.arguments ?? '') }).toEqual({
      name: call.name,
      arguments: JSON.parse(call.arguments),
    })
    const { messages } = request('plain')
    const answered = await ask(make(), way, {
      messages: [
        ...messages,
        { role: 'assistant', content: '', toolCalls: made ? [made] : [] },
        { role: 'tool', content: 'Sunny.', toolCallId: made?.id ?? '' },
      ],
      config: { tools },
    })
    expect(answered.error).toBeUndefined()
    expect(answered.text).toBe(text)
  })

  test.skipIf(noReasoning).each(ways)('%s: what the model thought', async (way) => {
    const { response, error } = await ask(make(), way, request('think'))
    expect(error).toBeUndefined()
    expect(response?.outputs[0]).toMatchObject({ text, reasoning })
  })

  test.each(ways)('%s: its errors are ours', async (way) => {
    const busy = await ask(make(), way, request('busy'))
    expect(LMServerError.is(busy.error)).toBe(true)
    expect(LMError.is(busy.error) && busy.error.status).toBe(503)
    const refused = await ask(retrying(make()), way, request('unknown key'))
    expect(LMError.is(refused.error) && refused.error.code).toBe('lm_auth')
  })

  test('several at once', async () => {
    const one = make()
    const all = Array.from({ length: 20 }, (_, number) =>
      ask(one, number % 2 === 0 ? 'stream' : 'generate', request('plain')),
    )
    for (const { text: shown } of await Promise.all(all)) expect(shown).toBe(text)
  })
})
