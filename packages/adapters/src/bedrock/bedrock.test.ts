import { LMAuthError, LMConfigurationError } from '@ockham/core'
import { afterEach, expect, test, vi } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { bedrock } from './bedrock.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const claude = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const json = { 'content-type': 'application/json' }
const message = JSON.stringify({
  content: [{ type: 'text', text: 'ok' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 3, output_tokens: 2 },
})
const completion = JSON.stringify({
  choices: [{ message: { content: 'ok' }, finish_reason: 'stop' }],
})

test('Claude models speak the wire of Anthropic', async () => {
  vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'of-anthropic')
  vi.stubEnv('ANTHROPIC_CUSTOM_HEADERS', 'X-Team: of-anthropic')
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(message)
  })
  const env = { AWS_BEARER_TOKEN_BEDROCK: 'key-of-bedrock', AWS_REGION: 'us-east-1' }
  const model = lm(`bedrock/${claude}`, { env, baseURL: `${server.url}/` })
  expect(model.model).toBe(`bedrock/${claude}`)
  expect((await collect(model, hello)).text).toBe('ok')
  expect(server.requests[0]).toMatchObject({
    path: '/anthropic/v1/messages',
    headers: { authorization: 'Bearer key-of-bedrock', 'anthropic-version': '2023-06-01' },
    body: { model: claude, max_tokens: 4096, messages: [{ role: 'user' }] },
  })
  expect(JSON.stringify(server.requests[0]?.headers)).not.toContain('of-anthropic')
})

test('all other models speak the chat wire of OpenAI', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(completion)
  })
  const model = bedrock('openai.gpt-oss-120b-1:0', {
    apiKey: 'key-of-bedrock',
    baseURL: `${server.url}/openai/v1`,
  })
  expect((await model.generate(hello)).outputs[0]?.text).toBe('ok')
  expect(server.requests[0]).toMatchObject({
    path: '/openai/v1/chat/completions',
    headers: { authorization: 'Bearer key-of-bedrock' },
    body: { model: 'openai.gpt-oss-120b-1:0' },
  })
})

test.for([
  ['the option', { region: 'eu-west-1' }, { AWS_REGION: 'us-east-1' }, 'eu-west-1.amazonaws.com'],
  ['LiteLLM', {}, { AWS_REGION_NAME: 'eu-north-1', AWS_REGION: 'x' }, 'eu-north-1.amazonaws.com'],
  ['AWS', {}, { AWS_DEFAULT_REGION: 'us-gov-west-1' }, 'us-gov-west-1.amazonaws.com'],
  ['China', {}, { AWS_REGION: 'cn-north-1' }, 'cn-north-1.amazonaws.com.cn'],
] as const)('the region of %s decides the address', async ([, option, regions, host]) => {
  const seen: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    seen.push(String(input instanceof Request ? input.url : input))
    return new Response(completion, { headers: json })
  }
  const env = { ...regions, AWS_BEARER_TOKEN_BEDROCK: 'key-of-bedrock' }
  await lm('bedrock/openai.gpt-oss-20b-1:0', { ...option, env, fetch }).generate(hello)
  await caught(lm(`bedrock/${claude}`, { ...option, env, fetch }).generate(hello))
  expect(seen).toEqual([
    `https://bedrock-runtime.${host}/openai/v1/chat/completions`,
    `https://bedrock-runtime.${host}/anthropic/v1/messages`,
  ])
})

test.for([
  ['access keys alone', { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's' }, 'signed'],
  ['no credentials', {}, 'AWS_BEARER_TOKEN_BEDROCK'],
  ['no region', { AWS_BEARER_TOKEN_BEDROCK: 'k' }, 'AWS_REGION_NAME'],
  ['a region that is none', { AWS_BEARER_TOKEN_BEDROCK: 'k', AWS_REGION: 'evil.test/' }, 'region'],
] as const)('%s is an error that says what to set', async ([, env, text]) => {
  const error = await caught(bedrock(claude, { env }).generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain(text)
})

test('a refused key names its variable', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(403, json).end('{"Message":"The security token is invalid"}')
  })
  const model = bedrock(claude, { apiKey: 'key-of-bedrock', baseURL: server.url })
  const error = await caught(model.generate(hello))
  expect(error).toBeInstanceOf(LMAuthError)
  expect(String(error)).toContain('AWS_BEARER_TOKEN_BEDROCK')
})
