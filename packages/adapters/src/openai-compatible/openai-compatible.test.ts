import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { compatibleProviders } from './compatible-providers.ts'
import { openaiCompatible } from './openai-compatible.ts'

const chunk =
  'data: {"choices":[{"index":0,"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'

const output = [{ type: 'message', content: [{ type: 'output_text', text: 'ok' }] }]
const completed = { type: 'response.completed', response: { status: 'completed', output } }
const responded = `data: ${JSON.stringify(completed)}\n\n`

test('a server is reached without a key and without fields it may not know', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(chunk)
  })
  const model = openaiCompatible({ baseURL: server.url, model: 'org/tiny', maxTokens: 5 })
  const { response } = await collect(model, hello)
  expect(model.model).toBe('openai-compatible/org/tiny')
  expect(response).toMatchObject({ costUSD: null, usage: { estimated: true } })
  expect(server.requests[0]?.headers.authorization).toBeUndefined()
  expect(server.requests[0]?.body).toEqual({
    model: 'org/tiny',
    messages: hello.messages,
    stream: true,
    max_tokens: 5,
  })
})

test('options say what the server can do', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(chunk)
  })
  const model = openaiCompatible({
    baseURL: server.url,
    model: 'tiny',
    provider: 'lab',
    apiKey: 'key-of-lab',
    streamUsage: true,
    local: true,
    capabilities: { jsonSchema: true },
  })
  expect(model).toMatchObject({ model: 'lab/tiny', capabilities: { jsonSchema: true } })
  expect((await collect(model, hello)).response.costUSD).toBe(0)
  expect(server.requests[0]?.headers.authorization).toBe('Bearer key-of-lab')
  expect(server.requests[0]?.body).toMatchObject({ stream_options: { include_usage: true } })
})

test.for(compatibleProviders.map((row) => [row.name, row] as const))(
  '%s is reached by name, at its own address with its own key',
  async ([name, row]) => {
    let seen: Request | undefined
    const fetch: typeof globalThis.fetch = async (input, init) => {
      seen = new Request(input, init)
      const body = row.api === 'responses' ? responded : chunk
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    }
    const [keyName] = row.keyNames ?? []
    const [baseName = ''] = row.baseURLNames ?? []
    const env = {
      ...(keyName && { [keyName]: 'a-key' }),
      [baseName]: row.baseURL ?? 'http://x.test',
    }
    await collect(lm(`${name}/some/model`, { fetch, env }), hello)
    const path = row.api === 'responses' ? 'responses' : 'chat/completions'
    expect(seen?.url).toBe(`${row.baseURL ?? 'http://x.test'}/${path}`)
    expect(seen?.headers.get('authorization')).toBe(keyName ? 'Bearer a-key' : null)
    expect(await seen?.json()).toMatchObject({ model: 'some/model' })
  },
)

test.for([
  ['sonar', 'perplexity/sonar'],
  ['perplexity/sonar', 'perplexity/sonar'],
  ['openai/gpt-5', 'openai/gpt-5'],
] as const)('the model %s of Perplexity is asked for as %s', async ([name, sent]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(responded)
  })
  const model = lm('perplexity', name, { baseURL: server.url, apiKey: 'key' })
  expect((await collect(model, hello)).response.model).toBe(`perplexity/${name}`)
  expect(server.requests[0]).toMatchObject({ path: '/responses', body: { model: sent } })
  expect(model.fingerprint?.(hello)).toMatchObject({ body: { model: sent } })
})

test('a server without an address of its own asks for one', async () => {
  const error = await caught(lm('hosted_vllm/tiny', { env: {} }).generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('HOSTED_VLLM_API_BASE')
})
