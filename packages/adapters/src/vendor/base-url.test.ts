import { type LM, LMConfigurationError, LMRateLimitError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { anthropic } from '../anthropic/anthropic.ts'
import { azure } from '../azure/azure.ts'
import { bedrock } from '../bedrock/bedrock.ts'
import { cohere } from '../cohere/cohere.ts'
import { gemini } from '../gemini/gemini.ts'
import { ollama } from '../ollama/ollama.ts'
import { openai } from '../openai/openai.ts'
import { replicate } from '../replicate/replicate.ts'
import type { VendorOptions } from './vendor-options.ts'

const vendors = {
  openai: (options) => openai('gpt-4o-mini', options),
  azure: (options) => azure('dep', options),
  anthropic: (options) => anthropic('claude-haiku-4-5', options),
  bedrock: (options) => bedrock('us.anthropic.claude-haiku-4-5', options),
  gemini: (options) => gemini('gemini-2.5-flash', options),
  cohere: (options) => cohere('command-a-03-2025', options),
  ollama: (options) => ollama('llama3.2', options),
  replicate: (options) => replicate('meta/llama', options),
} satisfies Record<string, (options: VendorOptions) => LM>

const stream = 'gemini-2.5-flash:streamGenerateContent?alt=sse'
const deployment = '/openai/deployments/dep/chat/completions'

test.for([
  ['openai', '/v1/?team=a%20b', '/v1/chat/completions?team=a+b'],
  ['azure', '?team=a', '/openai/v1/chat/completions?team=a'],
  ['azure', '/openai/v1/chat/completions', '/openai/v1/chat/completions'],
  ['azure', `${deployment}?api-version=2024-10-21`, `${deployment}?api-version=2024-10-21`],
  ['anthropic', '/v1/', '/v1/messages'],
  ['anthropic', '/gateway?team=a', '/gateway/v1/messages?team=a'],
  ['bedrock', '/anthropic/v1', '/anthropic/v1/messages'],
  ['gemini', '/v1beta?team=a', `/v1beta/models/${stream}&team=a`],
  ['cohere', '/v2', '/v2/chat'],
  ['cohere', '/?team=a', '/v2/chat?team=a'],
  ['ollama', '/v1', '/api/chat'],
  ['ollama', '/api/', '/api/chat'],
  ['ollama', '/gateway?team=a', '/gateway/api/chat?team=a'],
  ['replicate', '/v1?team=a', '/v1/models/meta/llama/predictions?team=a'],
] as const)('%s at %s is asked at %s', async ([name, end, path]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(429, { 'content-type': 'application/json' }).end('{}')
  })
  const lm = vendors[name]({ baseURL: server.url + end, apiKey: 'a-key-of-it', env: {} })
  expect(await caught(lm.generate(hello))).toBeInstanceOf(LMRateLimitError)
  expect(server.requests.map((request) => request.path)).toEqual([path])
})

test.for(Object.keys(vendors).filter((name) => name !== 'ollama'))(
  '%s at what is no address is told so before any call',
  async (name) => {
    const make = Object.entries(vendors).find(([one]) => one === name)?.[1]
    for (const baseURL of ['no address', 'localhost:1234/v1', 'ftp://x.test']) {
      const error = await caught(
        make?.({ baseURL, apiKey: 'key', env: {} }).generate(hello) ?? Promise.resolve(),
      )
      expect(error).toBeInstanceOf(LMConfigurationError)
      expect(String(error)).toContain('http://')
    }
  },
)

test('what stands in the query of a base URL is shown by no error', async () => {
  await using server = await scriptedServer((response, { path }) => {
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: `Not at ${path}` } }))
  })
  const baseURL = `${server.url}/v1?token=canary-1234`
  const error = await caught(
    openai('gpt-4o-mini', { baseURL, apiKey: 'key', env: {} }).generate(hello),
  )
  expect(String(error)).toContain('Not at /v1/chat/completions?token=[redacted]')
})
