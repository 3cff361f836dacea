import { expect, test } from 'vitest'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import { cascade } from '../cascade/cascade.ts'
import { fallback } from '../fallback/fallback.ts'
import { hedged } from '../hedge/hedged.ts'
import type { LM } from '../lm.ts'
import type { LMConfig } from '../lm-config.ts'
import type { LMRequest } from '../lm-request.ts'
import { cacheKey } from './cache-key.ts'

const messages: LMRequest['messages'] = [{ role: 'user', content: 'hi' }]
const lm: LM = scriptedLM('test/a', [])
const key = (config?: LMConfig, keyed: LM = lm): string =>
  cacheKey(keyed, { messages, ...(config && { config }) }, '')

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
  { sensitivity: 'confidential' },
  { extra: { serviceTier: 'flex' } },
  { extra: { __proto__: null, constructor: 'x' } },
]

test('every field of the config changes the key', () => {
  const keys = [key(), ...configs.map((config) => key(config))]
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
  const keys = requests.map((each) => cacheKey(lm, { messages: each }, ''))
  keys.push(
    cacheKey({ ...lm, model: 'test/b' }, { messages }, ''),
    cacheKey(lm, { messages }, 'tenant'),
  )
  expect(new Set(keys).size).toBe(requests.length + 2)
})

test('order of keys, an empty config, absent values and what is never sent do not change the key', () => {
  const extra = { b: { d: 1, c: [{ f: 1, e: 2 }] }, a: 1 }
  const sorted = { a: 1, b: { c: [{ e: 2, f: 1 }], d: 1 } }
  expect(key({ extra, seed: 1 })).toBe(key({ seed: 1, extra: sorted }))
  expect(key({})).toBe(key())
  const { signal } = new AbortController()
  expect(cacheKey(lm, { messages, signal, allowance: new Allowance() }, '')).toBe(key())
  expect(key({ task: 'code', tags: ['nightly'] })).toBe(key())
})

test('an LM that tells its wire is keyed by that and by the rollout id, not by the request', () => {
  const wired = (wire: string): LM => ({ ...lm, fingerprint: () => ({ wire, b: 1, a: [2] }) })
  expect(key({ seed: 1 }, wired('x'))).toBe(key({ seed: 2 }, wired('x')))
  expect(key({}, wired('x'))).toBe(
    key({}, { ...lm, fingerprint: () => ({ a: [2], b: 1, wire: 'x' }) }),
  )
  const others = [key({}, wired('y')), key({ rolloutId: 1 }, wired('x')), key({})]
  expect(new Set([...others, key({}, wired('x'))]).size).toBe(4)
})

test('the key is stable between versions: a change needs a new format version', () => {
  expect(key()).toMatch(/^[0-9a-f]{64}$/)
  expect(key()).toMatchInlineSnapshot(
    `"6e67c85bca0b71a6e5be55ed50fcb2da9da58facbdb4fa6ed65bb982587a91df"`,
  )
})

test.for([
  ['that tell their wire', (model: string): LM => ({ ...lm, model, fingerprint: () => model })],
  ['that do not', (model: string): LM => ({ ...lm, model })],
] as const)('LMs that choose among the same others %s share no key', ([, named]) => {
  const [a, b, c] = [named('test/a'), named('test/b'), named('test/c')]
  const confidence = (): boolean => true
  const lms = [
    a,
    fallback(a),
    fallback(a, b),
    fallback(a, c),
    hedged(a, b),
    cascade([a, b], { confidence, threshold: 0.5 }),
    cascade([a, b], { confidence, threshold: 0.9 }),
  ]
  expect(new Set(lms.map((each) => key({}, each))).size).toBe(lms.length)
  expect(key({ task: 'code', tags: ['x'] }, fallback(a, b))).toBe(key({}, fallback(a, b)))
})
