import { expect, test } from 'vitest'
import { WireObject } from '../internal/wire-object.ts'
import { anthropicUsage } from './anthropic-usage.ts'

test('writes that the cache keeps for an hour are told apart, since they cost more', () => {
  const usage = {
    input_tokens: 10,
    output_tokens: 5,
    cache_creation_input_tokens: 300,
    cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
  }
  expect(anthropicUsage(WireObject.of({ usage }))).toMatchObject([
    { usage: { cacheWriteTokens: 300, longCacheWriteTokens: 200, cacheCountedApart: true } },
  ])
})
