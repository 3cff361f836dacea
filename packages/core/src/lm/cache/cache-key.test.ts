import { expect, test } from 'vitest'
import type { LMConfig } from '../lm-config.ts'
import type { LMRequest } from '../lm-request.ts'
import { cacheKey } from './cache-key.ts'

const messages: LMRequest['messages'] = [{ role: 'user', content: 'hi' }]
const key = (config?: LMConfig): string =>
  cacheKey('test/a', { messages, ...(config && { config }) }, '')

const configs: LMConfig[] = [
  { temperature: 0 },
  { temperature: 1 },
  { maxTokens: 1 },
  { topP: 1 },
  { stop: ['a', 'b'] },
  { stop: ['b', 'a'] },
  { stop: ['ab'] },
  { n: 1 },
  { seed: 1 },
  { reasoningEffort: 'low' },
  { responseFormat: { type: 'json_object' } },
  { responseFormat: { type: 'json_schema', name: 'x', schema: { type: 'object' } } },
  { responseFormat: { type: 'json_schema', name: 'x', schema: { type: 'array' } } },
  { tools: [{ name: 'add', parameters: {} }] },
  { tools: [{ name: 'add', parameters: {}, description: 'adds' }] },
  { toolChoice: 'required' },
  { logprobs: true },
  { rolloutId: 1 },
  { rolloutId: 2 },
  { extra: { serviceTier: 'flex' } },
  { extra: { __proto__: null, constructor: 'x' } },
]

test('every field of the config changes the key', () => {
  const keys = [key(), ...configs.map(key)]
  expect(new Set(keys).size).toBe(configs.length + 1)
})

test('every part of a message, the model and the namespace change the key', () => {
  const requests: LMRequest['messages'][] = [
    [],
    messages,
    [...messages, ...messages],
    [{ role: 'system', content: 'hi' }],
    [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
    [{ role: 'user', content: [{ type: 'image', url: 'hi' }] }],
    [{ role: 'assistant', content: 'hi', toolCalls: [{ id: '1', name: 'a', arguments: '{}' }] }],
    [{ role: 'tool', content: 'hi', toolCallId: '1' }],
  ]
  const keys = requests.map((each) => cacheKey('test/a', { messages: each }, ''))
  keys.push(cacheKey('test/b', { messages }, ''), cacheKey('test/a', { messages }, 'tenant'))
  expect(new Set(keys).size).toBe(requests.length + 2)
})

test('order of keys, an empty config, absent values and the signal do not change the key', () => {
  const extra = { b: { d: 1, c: [{ f: 1, e: 2 }] }, a: 1 }
  const sorted = { a: 1, b: { c: [{ e: 2, f: 1 }], d: 1 } }
  expect(key({ extra, seed: 1 })).toBe(key({ seed: 1, extra: sorted }))
  expect(key({})).toBe(key())
  const { signal } = new AbortController()
  expect(cacheKey('test/a', { messages, signal }, '')).toBe(key())
})

test('the key is stable between versions: a change needs a new format version', () => {
  expect(key()).toMatch(/^[0-9a-f]{64}$/)
  expect(key()).toMatchInlineSnapshot(
    `"dc64e234a7e5409d3654a13ed70dedcf66d5957b6ae963c076b2749bf525d193"`,
  )
})
