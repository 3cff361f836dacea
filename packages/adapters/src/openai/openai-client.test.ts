import { afterEach, expect, test, vi } from 'vitest'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { openaiCompatible } from '../openai-compatible/openai-compatible.ts'
import { openai } from './openai.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const whole = '{"choices":[{"message":{"content":"ok"},"finish_reason":"stop"}]}'

test('nothing that the environment holds for OpenAI goes to another server', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-of-openai')
  vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-admin-of-openai')
  vi.stubEnv('OPENAI_ORG_ID', 'org-of-openai')
  vi.stubEnv('OPENAI_PROJECT_ID', 'project-of-openai')
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-Of-Openai: secret\nAuthorization: Bearer of-openai')
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole)
  })
  const options = { baseURL: server.url, model: 'tiny' }
  await openaiCompatible(options).generate(hello)
  await openaiCompatible({ ...options, apiKey: 'key-of-lab' }).generate(hello)
  expect(JSON.stringify(server.requests)).not.toContain('of-openai')
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    'Bearer key-of-lab',
  ])
})

test('organization and project are told to OpenAI', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole)
  })
  const env = { OPENAI_API_KEY: 'sk', OPENAI_ORGANIZATION: 'org-1', OPENAI_PROJECT_ID: 'p-1' }
  await openai('gpt-4o', { baseURL: server.url, env }).generate(hello)
  expect(server.requests[0]?.headers).toMatchObject({
    'openai-organization': 'org-1',
    'openai-project': 'p-1',
  })
})
