import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'

test.for([
  ['os.environ/', ''],
  ['${', '}'],
] as const)('%sNAME%s in an option is read at the first call', async ([before, after]) => {
  await using server = await scriptedServer((response) => {
    const choices = [{ message: { content: 'ok' }, finish_reason: 'stop' }]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices }))
  })
  const named = (name: string): string => before + name + after
  const env: Record<string, string> = { OPENAI_API_KEY: 'not-this-one' }
  const model = lm('openai/gpt-4o', { apiKey: named('MY_KEY'), baseURL: named('MY_BASE'), env })
  expect(String(await caught(model.generate(hello)))).toContain('MY_KEY, which is not set')
  env['MY_KEY'] = 'key-of-mine'
  const error = await caught(model.generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('MY_BASE, which is not set')
  env['MY_BASE'] = server.url
  await model.generate(hello)
  expect(server.requests[0]?.headers.authorization).toBe('Bearer key-of-mine')
})

test('a server that needs no key still wants the variable that was named', async () => {
  const options = { apiKey: 'os.environ/NO_SUCH', baseURL: 'http://127.0.0.1:9', env: {} }
  const error = await caught(lm('hosted_vllm/tiny', options).generate(hello))
  expect(String(error)).toContain('NO_SUCH')
})
