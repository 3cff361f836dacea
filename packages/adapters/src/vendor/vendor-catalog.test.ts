import { OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { unpricedModels } from '../catalog/unpriced-models.ts'
import { lm } from '../lm.ts'
import { openai } from '../openai/openai.ts'
import { openaiCompatible } from '../openai-compatible/openai-compatible.ts'

const apiKey = 'sk-test'

function server(usage: object, more: object = {}) {
  const message = { role: 'assistant', content: 'Hello.' }
  const choices = [{ index: 0, message, finish_reason: 'stop' }]
  const body = JSON.stringify({ choices, usage, ...more })
  return scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  })
}

const usage = { prompt_tokens: 1000, completion_tokens: 100 }

test('a server of one’s own is priced by the `price` option, in replies and in bounds', async () => {
  await using own = await server({ ...usage, prompt_tokens_details: { cached_tokens: 600 } })
  const price = { input: 2, output: 4, cachedInput: 1 }
  const model = openaiCompatible({ baseURL: own.url, model: 'own', price })
  const { costUSD } = await model.generate(hello)
  expect(costUSD).toBeCloseTo((400 * 2 + 600 * 1 + 100 * 4) / 1e6, 12)
  expect(model.maxCostUSD?.({ ...hello, config: { maxTokens: 1e6 } })).toBeCloseTo(4, 1)
  expect(own.requests[0]?.body).not.toHaveProperty('price')
})

test('a bound goes by the limit that is sent when none was set', () => {
  const bound = lm('anthropic/claude-opus-4-8').maxCostUSD?.(hello)
  expect(bound).toBeCloseTo((4096 * 25) / 1e6, 2)
})

test('a price below 0 is refused by name', () => {
  const price = { input: Number.NaN, output: 1 }
  expect(() => openai('gpt-4o-mini', { price })).toThrow(OptionError)
  expect(() => openai('gpt-4o-mini', { price })).toThrow('`price.input` must be dollars')
})

test('what the vendor says it charges goes before what we reckon', async () => {
  await using dear = await server({ ...usage, cost: 0.5 })
  const price = { input: 2, output: 4 }
  const model = openaiCompatible({ baseURL: dear.url, model: 'own', price })
  expect((await model.generate(hello)).costUSD).toBe(0.5)
})

test('the price may be stated as the total of a bill', async () => {
  await using dear = await server({ ...usage, cost: { input_tokens_cost: 0.1, total_cost: 0.5 } })
  const model = openaiCompatible({ baseURL: dear.url, model: 'own' })
  expect((await model.generate(hello)).costUSD).toBe(0.5)
})

test('models whose calls could not be priced are told', async () => {
  await using own = await server(usage)
  const model = openaiCompatible({ baseURL: own.url, provider: 'lab', model: 'unpriced' })
  expect((await model.generate(hello)).costUSD).toBeNull()
  expect(unpricedModels()).toEqual(['lab/unpriced'])
})

test('the class of service that answered is the one that is paid', async () => {
  await using slow = await server(usage, { service_tier: 'flex' })
  const { costUSD } = await openai('gpt-5', { baseURL: slow.url, apiKey }).generate(hello)
  expect(costUSD).toBeCloseTo((1000 * 1.25 + 100 * 10) / 2e6, 12)
})

test('sound is paid as sound', async () => {
  const prompt_tokens_details = { audio_tokens: 900 }
  const completion_tokens_details = { audio_tokens: 80 }
  await using loud = await server({ ...usage, prompt_tokens_details, completion_tokens_details })
  const { costUSD } = await openai('gpt-audio', { baseURL: loud.url, apiKey }).generate(hello)
  // 2.50 in, 10 out; sound 32 in, 64 out.
  expect(costUSD).toBeCloseTo((100 * 2.5 + 900 * 32 + 20 * 10 + 80 * 64) / 1e6, 12)
})

test('an LM can what its wire and its model can', () => {
  expect(lm('openai/gpt-4o-mini').capabilities).toMatchObject({
    jsonSchema: true,
    vision: true,
    contextTokens: 128_000,
    maxOutputTokens: 16_384,
  })
  expect(lm('openai/gpt-5').capabilities?.reasoning).toBeUndefined()
  expect(lm('openrouter/openai/gpt-5').capabilities?.reasoning).toBeUndefined()
  expect(lm('openrouter/deepseek/deepseek-v4-pro').capabilities?.reasoning).toBe(true)
  expect(lm('anthropic/claude-opus-4-8').capabilities?.reasoning).toBe(true)
  expect(lm('groq/qwen/qwen3.8-27b').capabilities?.reasoning).toBeUndefined()
  expect(lm('ollama/llama3.2').capabilities).toEqual({
    jsonSchema: true,
    jsonObject: true,
    tools: true,
  })
})
