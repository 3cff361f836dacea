import { ContentFilterError, LMConfigurationError, LMUnsupportedModelError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { azure } from './azure.ts'

const json = { 'content-type': 'application/json' }
const sse = { 'content-type': 'text/event-stream' }
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const whole = JSON.stringify({
  choices: [{ index: 0, message: { content: 'ok' }, finish_reason: 'stop' }],
})

async function sent(base: (url: string) => string, env: Record<string, string>, options = {}) {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(whole)
  })
  const full = { AZURE_API_BASE: base(server.url), AZURE_API_KEY: 'key-of-azure', ...env }
  await lm('azure/my-gpt', { env: full, ...options }).generate(hello)
  return server.requests[0]
}

test.for([
  ['the resource', ''],
  ['the resource with a slash', '/'],
  ['the v1 address', '/openai/v1/'],
] as const)('with a dated version and %s the deployment stands in the path', async ([, end]) => {
  const request = await sent((url) => url + end, { AZURE_API_VERSION: '2024-10-21' })
  expect(request?.path).toBe('/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21')
  expect(request?.headers).toMatchObject({ 'api-key': 'key-of-azure' })
  expect(request?.headers.authorization).toBeUndefined()
  expect(request?.body).toMatchObject({ model: 'my-gpt', messages: hello.messages })
})

test('without a version the v1 API is spoken', async () => {
  const request = await sent((url) => url, {})
  expect(request).toMatchObject({ path: '/openai/v1/chat/completions', body: { model: 'my-gpt' } })
  const preview = await sent((url) => url, {}, { apiVersion: 'preview' })
  expect(preview?.path).toBe('/openai/v1/chat/completions?api-version=preview')
})

test('a token of Entra ID goes as bearer', async () => {
  const token = 'eyJhbGciOi.eyJzdWIi.c2ln'
  const request = await sent((url) => url, { AZURE_API_KEY: '', AZURE_AD_TOKEN: token })
  expect(request?.headers.authorization).toBe(`Bearer ${token}`)
  expect(request?.headers['api-key']).toBeUndefined()
})

test('the names of other tools are read too', async () => {
  const request = await sent((url) => url, {
    AZURE_API_KEY: '',
    AZURE_OPENAI_API_KEY: 'key-of-theirs',
  })
  expect(request?.headers['api-key']).toBe('key-of-theirs')
})

test('what the filter thought of the prompt comes first and is no content', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse)
    response.write(event({ choices: [], prompt_filter_results: [{ prompt_index: 0 }] }))
    response.write(event({ choices: [{ index: 0, delta: { content: 'fine' } }] }))
    response.write(event({ choices: [{ index: 0, content_filter_offsets: {} }] }))
    response.end(event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }))
  })
  const model = azure('my-gpt', { baseURL: server.url, apiKey: 'key-of-azure' })
  expect((await collect(model, hello)).text).toBe('fine')
})

test('a prompt that the policy forbids is a ContentFilterError', async () => {
  await using server = await scriptedServer((response) => {
    const innererror = { code: 'ResponsibleAIPolicyViolation', content_filter_result: {} }
    const error = { code: null, type: null, message: 'filtered', status: 400, innererror }
    response.writeHead(400, json).end(JSON.stringify({ error }))
  })
  const model = azure('my-gpt', { baseURL: server.url, apiKey: 'key-of-azure' })
  expect(await caught(model.generate(hello))).toBeInstanceOf(ContentFilterError)
})

test('a deployment that is not there is told from a model', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(404, json).end('{"error":{"code":"DeploymentNotFound","message":"no"}}')
  })
  const model = azure('my-gpt', { baseURL: server.url, apiKey: 'key-of-azure' })
  const error = await caught(model.generate(hello))
  expect(error).toBeInstanceOf(LMUnsupportedModelError)
  expect(String(error)).toContain('name of the deployment')
})

test('a missing address or key is named', async () => {
  const env = { AZURE_API_KEY: 'key-of-azure' }
  const error = await caught(azure('my-gpt', { env }).generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('AZURE_API_BASE')
  expect(String(await caught(azure('my-gpt', { env: {} }).generate(hello)))).toContain(
    'AZURE_API_KEY',
  )
})
