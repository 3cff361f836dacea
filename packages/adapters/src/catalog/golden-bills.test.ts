import { expect, test } from 'vitest'
import { priced } from './__fixtures__/priced.ts'
import { costUSD } from './cost-usd.ts'
import type { BilledTokens } from './price/billed-tokens.ts'

interface Golden {
  name: string
  tokens: BilledTokens
  /** In millionths of a dollar, added up by hand. */
  microUSD: number
}

// Prices in dollars per million tokens, read on 2026-11-21 where the comment says.
const bills: Golden[] = [
  // developers.openai.com/api/docs/pricing: gpt-4o-mini 0.15 in, 0.075 cached, 0.60 out.
  {
    name: 'openai/gpt-4o-mini',
    tokens: { inputTokens: 1000, outputTokens: 100, cachedInputTokens: 400 },
    microUSD: 600 * 0.15 + 400 * 0.075 + 100 * 0.6,
  },
  // gpt-5 1.25 in, 0.125 cached, 10 out; thoughts are output; flex halves it.
  {
    name: 'openai/gpt-5-2025-08-07',
    tokens: { inputTokens: 2000, outputTokens: 900, reasoningTokens: 800, cachedInputTokens: 1024 },
    microUSD: 976 * 1.25 + 1024 * 0.125 + 900 * 10,
  },
  {
    name: 'openai/gpt-5',
    tokens: { inputTokens: 2000, outputTokens: 900, serviceTier: 'flex' },
    microUSD: (2000 * 1.25 + 900 * 10) / 2,
  },
  {
    name: 'openai/gpt-5',
    tokens: { inputTokens: 2000, outputTokens: 900, serviceTier: 'priority' },
    microUSD: (2000 * 1.25 + 900 * 10) * 2,
  },
  // gpt-5.4 from 272,000 tokens on: 5 in, 0.50 cached, 22.50 out, of the whole request.
  {
    name: 'openai/gpt-5.4',
    tokens: { inputTokens: 300_000, outputTokens: 1000, cachedInputTokens: 100_000 },
    microUSD: 200_000 * 5 + 100_000 * 0.5 + 1000 * 22.5,
  },
  {
    name: 'openai/gpt-5.4',
    tokens: { inputTokens: 271_999, outputTokens: 1000 },
    microUSD: 271_999 * 2.5 + 1000 * 15,
  },
  // claude.com/pricing: Sonnet 4.5 3 in, 3.75 write, 6 write for an hour, 0.30 read, 15 out.
  {
    name: 'anthropic/claude-sonnet-4-5-20250929',
    tokens: {
      inputTokens: 10_000,
      outputTokens: 500,
      cachedInputTokens: 6000,
      cacheWriteTokens: 3000,
    },
    microUSD: 1000 * 3 + 6000 * 0.3 + 3000 * 3.75 + 500 * 15,
  },
  {
    name: 'anthropic/claude-sonnet-4-5',
    tokens: {
      inputTokens: 10_000,
      outputTokens: 500,
      cacheWriteTokens: 3000,
      longCacheWriteTokens: 2000,
    },
    microUSD: 7000 * 3 + 1000 * 3.75 + 2000 * 6 + 500 * 15,
  },
  // Above 200,000 tokens: 6 in, 7.50 write, 0.60 read, 22.50 out.
  {
    name: 'anthropic/claude-sonnet-4-5',
    tokens: {
      inputTokens: 250_000,
      outputTokens: 1000,
      cachedInputTokens: 200_000,
      cacheWriteTokens: 40_000,
    },
    microUSD: 10_000 * 6 + 200_000 * 0.6 + 40_000 * 7.5 + 1000 * 22.5,
  },
  // ai.google.dev/gemini-api/docs/pricing: 2.5 Pro 1.25 in, 0.125 cached, 10 out; above 200,000 2.50, 0.25, 15.
  {
    name: 'gemini/gemini-2.5-pro',
    tokens: { inputTokens: 200_000, outputTokens: 3000, reasoningTokens: 2500 },
    microUSD: 200_000 * 1.25 + 3000 * 10,
  },
  {
    name: 'google/gemini-2.5-pro',
    tokens: { inputTokens: 200_001, outputTokens: 3000, cachedInputTokens: 100_001 },
    microUSD: 100_000 * 2.5 + 100_001 * 0.25 + 3000 * 15,
  },
  // 2.5 Flash: 0.30 in, 1 for sound, 2.50 out.
  {
    name: 'gemini/gemini-2.5-flash',
    tokens: { inputTokens: 5000, outputTokens: 100, audioInputTokens: 3200 },
    microUSD: 1800 * 0.3 + 3200 * 1 + 100 * 2.5,
  },
  // console.groq.com/docs/models: 0.59 in, 0.79 out.
  {
    name: 'groq/llama-3.3-70b-versatile',
    tokens: { inputTokens: 1234, outputTokens: 567 },
    microUSD: 1234 * 0.59 + 567 * 0.79,
  },
  // api-docs.deepseek.com, off the peak: V4 Flash 0.22 in, 0.007 cached, 0.66 out.
  {
    name: 'deepseek/deepseek-v4-flash',
    tokens: { inputTokens: 4096, outputTokens: 800, cachedInputTokens: 4000, reasoningTokens: 600 },
    microUSD: 96 * 0.22 + 4000 * 0.007 + 800 * 0.66,
  },
  // docs.x.ai/docs/models: Grok 4.6 2 in, 0.50 cached, 6 out.
  {
    name: 'xai/grok-4.6',
    tokens: { inputTokens: 2000, outputTokens: 100, cachedInputTokens: 1500 },
    microUSD: 500 * 2 + 1500 * 0.5 + 100 * 6,
  },
  // www.together.ai/pricing: 0.88 both ways.
  {
    name: 'together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo',
    tokens: { inputTokens: 300, outputTokens: 30 },
    microUSD: 330 * 0.88,
  },
  // docs.perplexity.ai: Sonar 1 both ways and 12 dollars per thousand requests.
  {
    name: 'perplexity/sonar',
    tokens: { inputTokens: 100, outputTokens: 200 },
    microUSD: 300 * 1 + 12_000,
  },
  // Of the snapshot, deepinfra.com/pricing: 0.23 in, 0.40 out.
  {
    name: 'deepinfra/meta-llama/Llama-3.3-70B-Instruct',
    tokens: { inputTokens: 1000, outputTokens: 1000 },
    microUSD: 1000 * 0.23 + 1000 * 0.4,
  },
  // Of the snapshot, platform.claude.com, Haiku 5.5 above 100,000 tokens: 0.50 in, 0.05 read, 2.50 out.
  {
    name: 'anthropic/claude-haiku-5-5',
    tokens: { inputTokens: 120_000, outputTokens: 1000, cachedInputTokens: 100_000 },
    microUSD: 20_000 * 0.5 + 100_000 * 0.05 + 1000 * 2.5,
  },
  { name: 'ollama/llama3.2', tokens: { inputTokens: 1000, outputTokens: 1000 }, microUSD: 0 },
]

test.for(bills)('the bill of $name for $tokens', ({ name, tokens, microUSD }) => {
  const noon = new Date('2026-11-20T12:00:00Z')
  expect(costUSD(priced(name), tokens, noon)).toBeCloseTo(microUSD / 1e6, 12)
})
