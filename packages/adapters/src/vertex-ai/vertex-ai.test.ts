import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { LMAuthError, LMConfigurationError } from '@ockham/core'
import { afterEach, expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { vertexAI } from './vertex-ai.ts'

const sse = { 'content-type': 'text/event-stream' }
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const whole = event({
  candidates: [{ content: { parts: [{ text: 'Hello.' }] }, finishReason: 'STOP' }],
})
const variable = 'GOOGLE_APPLICATION_CREDENTIALS'
const before = process.env[variable]

afterEach(() => {
  if (before === undefined) delete process.env[variable]
  else process.env[variable] = before
})

test.for([
  [
    { VERTEXAI_PROJECT: 'p' },
    {},
    'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1',
  ],
  [
    { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'europe-west4' },
    {},
    'https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4',
  ],
  [
    { VERTEXAI_PROJECT: 'p', VERTEXAI_LOCATION: 'us-east5' },
    { project: 'q', location: 'global' },
    'https://aiplatform.googleapis.com/v1/projects/q/locations/global',
  ],
] as const)('with %j and the options %j it asks %s', async ([env, options, url]) => {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input))
    return new Response(whole, { headers: sse })
  }
  await vertexAI('gemini-2.5-flash', { ...options, env, fetch, apiKey: 'token' }).generate(hello)
  expect(asked).toEqual([
    `${url}/publishers/google/models/gemini-2.5-flash:streamGenerateContent?alt=sse`,
  ])
})

test('without a project the error names what to set', async () => {
  const error = await caught(vertexAI('gemini-2.5-flash', { env: {} }).generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  for (const name of ['`project`', 'VERTEXAI_PROJECT', 'GOOGLE_CLOUD_PROJECT']) {
    expect(String(error)).toContain(name)
  }
})

test('a Claude model is asked over the wire of Anthropic, its name in the address', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse)
    const block = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: 'Hi.' },
    }
    response.write(event({ type: 'message_start', message: { usage: { input_tokens: 3 } } }))
    response.write(event(block))
    response.write(
      event({
        type: 'message_delta',
        delta: { stop_reason: 'end_turn' },
        usage: { output_tokens: 2 },
      }),
    )
    response.end(event({ type: 'message_stop' }))
  })
  const lm = vertexAI('claude-sonnet-4-5@20250929', { baseURL: server.url, apiKey: 'token' })
  const { outputs, usage, costUSD } = await lm.generate(hello)
  expect(outputs).toEqual([{ text: 'Hi.', finishReason: 'stop' }])
  expect(usage).toMatchObject({ inputTokens: 3, outputTokens: 2 })
  expect(costUSD).toBeCloseTo((3 * 3 + 2 * 15) / 1e6, 12)
  expect(lm.capabilities).toMatchObject({ citations: true })
  const [request] = server.requests
  expect(request?.path).toBe(
    '/publishers/anthropic/models/claude-sonnet-4-5%4020250929:streamRawPredict',
  )
  expect(request?.headers.authorization).toBe('Bearer token')
  expect(request?.body).toMatchObject({ anthropic_version: 'vertex-2023-10-16', stream: true })
  expect(request?.body).not.toHaveProperty('model')
})

test('credentials of the machine give the token, which no error shows', async () => {
  const secret = 'ya29.canary-of-the-token'
  await using server = await scriptedServer((response, { headers }) => {
    const { authorization = '' } = headers
    response.writeHead(403).end(JSON.stringify({ error: { message: `not you, ${authorization}` } }))
  })
  const folder = await mkdtemp(join(tmpdir(), 'ockham-'))
  const credentials = join(folder, 'credentials.json')
  // The kind of credentials in which everything can be a file of the test.
  const subject = join(folder, 'subject.txt')
  await writeFile(subject, 'subject')
  await using exchange = await scriptedServer((response) => {
    const token = {
      access_token: secret,
      issued_token_type: 'x',
      token_type: 'Bearer',
      expires_in: 3600,
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token))
  })
  await writeFile(
    credentials,
    JSON.stringify({
      type: 'external_account',
      audience:
        '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${exchange.url}/v1/token`,
      credential_source: { file: subject },
    }),
  )
  process.env[variable] = credentials
  const lm = vertexAI('gemini-2.5-flash', { baseURL: server.url, project: 'p' })
  const error = await caught(lm.generate(hello))
  expect(error).toBeInstanceOf(LMAuthError)
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  expect(inspect(error, { depth: 12 })).not.toContain(secret)
  await rm(folder, { recursive: true })
})

test('broken credentials are an error that says where they are looked for', async () => {
  process.env[variable] = '/nowhere/credentials.json'
  const lm = vertexAI('gemini-2.5-flash', { baseURL: 'http://127.0.0.1:1' })
  const error = await caught(lm.generate(hello))
  expect(error).toBeInstanceOf(LMAuthError)
  expect(String(error)).toContain('gcloud auth application-default login')
})
