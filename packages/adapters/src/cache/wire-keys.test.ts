import { type CacheStore, cached, type LM, type LMConfig, type LMRequest } from '@ockham/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { lm } from '../lm.ts'
import { reply } from './__fixtures__/reply.ts'

/** The key that a request to an LM has in a store. */
async function keyOf(asked: LM, request: LMRequest): Promise<string> {
  let key = ''
  const store: CacheStore = {
    get(sought) {
      key = sought
      return reply('a hit, so that nothing is sent')
    },
    set: () => undefined,
  }
  await cached(asked, { store }).generate(request)
  return key
}

const requests = fc.record({
  content: fc.constantFrom('hi', 'ho'),
  config: fc.record<LMConfig>(
    {
      temperature: fc.constantFrom(0, 0.5, 1),
      maxTokens: fc.constantFrom(10, 20),
      topP: fc.constantFrom(0.5, 0.9),
      stop: fc.constantFrom(['a'], ['b'], ['a', 'b']),
      seed: fc.constantFrom(1, 2),
      responseFormat: fc.constantFrom({ type: 'json_object' }, { type: 'text' }),
      tools: fc.constantFrom(
        [{ name: 'add', parameters: { type: 'object' } }],
        [{ name: 'add', description: 'adds', parameters: { type: 'object' } }],
      ),
      extra: fc.constantFrom({ custom: 1 }, { custom: { a: 1, b: 2 } }, { custom: { a: 2 } }),
      tags: fc.constantFrom(['nightly'], ['daily']),
      task: fc.constantFrom('code', 'chat'),
    },
    { requiredKeys: [] },
  ),
})

test.for(['openai/gpt-4o', 'anthropic/claude-haiku-4-5', 'ollama/llama3.2', 'groq/tiny'])(
  'of %s: requests that differ on the wire have different keys, others the same',
  async (name) => {
    await using server = await scriptedServer((response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"as expected"}')
    })
    const asked = lm(name, { apiKey: 'sk', baseURL: server.url })
    const wireOf = async (request: LMRequest): Promise<unknown> => {
      const before = server.requests.length
      await asked.generate(request).catch(() => undefined)
      // A vendor that cannot take a setting is sent nothing.
      fc.pre(server.requests.length === before + 1)
      return server.requests.at(-1)?.body
    }
    const property = fc.asyncProperty(requests, requests, async (one, two) => {
      const [a, b] = [one, two].map(
        ({ content, config }): LMRequest => ({ messages: [{ role: 'user', content }], config }),
      )
      if (a === undefined || b === undefined) return
      const wires = [await wireOf(a), await wireOf(b)]
      const keys = [await keyOf(asked, a), await keyOf(asked, b)]
      if (keys[0] === keys[1]) expect(wires[0]).toEqual(wires[1])
      else expect(wires[0]).not.toEqual(wires[1])
    })
    await fc.assert(property, { numRuns: 60 })
  },
)

test('LMs with other settings, addresses, providers or models never share a key', async () => {
  const request: LMRequest = { messages: [{ role: 'user', content: 'hi' }] }
  const lms = [
    lm('openai/gpt-4o'),
    lm('openai/gpt-4o', { temperature: 0 }),
    lm('openai/gpt-4o', { temperature: 1 }),
    lm('openai/gpt-4o', { extra: { service_tier: 'flex' } }),
    lm('openai/gpt-4o', { baseURL: 'http://127.0.0.1:9/v1' }),
    lm('openai/gpt-4o', { env: { OPENAI_BASE_URL: 'http://127.0.0.1:8/v1' } }),
    lm('openai/gpt-4o-mini'),
    lm('groq/gpt-4o'),
    lm('ollama/gpt-4o'),
    lm('ollama/gpt-4o', { env: { OLLAMA_API_BASE: 'http://127.0.0.1:7' } }),
  ]
  const keys = await Promise.all(lms.map((each) => keyOf(each, request)))
  expect(new Set(keys).size).toBe(lms.length)
  // A setting says the same, whether the LM or the request has it.
  const asked = { ...request, config: { temperature: 1 } }
  expect(await keyOf(lm('openai/gpt-4o'), asked)).toBe(keys[2])
})

test('a key alone does not make another key of a request, so that a new one finds the old replies', async () => {
  const request: LMRequest = { messages: [{ role: 'user', content: 'hi' }] }
  const keys = ['sk-old', 'sk-new'].map((apiKey) => keyOf(lm('openai/gpt-4o', { apiKey }), request))
  const [old, fresh] = await Promise.all(keys)
  expect(old).toBe(fresh)
})
