import { expect, test } from 'vitest'
import { recordSpeed } from './record-speed.ts'
import { speedOf } from './speed-of.ts'

test.for([
  ['gemini/gemini-2.5-pro', 'groq/openai/gpt-oss-120b', 'slower'],
  ['gemini/gemini-2.5-pro', 'gemini/gemini-2.5-flash', 'slower'],
  ['anthropic/claude-opus-5', 'anthropic/claude-sonnet-5', 'slower'],
  ['anthropic/claude-sonnet-5', 'anthropic/claude-haiku-5-5', 'slower'],
  ['openai/o3', 'openai/o3-mini', 'slower'],
  ['openai/gpt-5', 'openai/gpt-5-nano', 'slower'],
  ['xai/grok-4-fast-reasoning', 'xai/grok-4-fast-non-reasoning', 'as fast'],
  ['deepinfra/Qwen/Qwen3-235B', 'deepinfra/Qwen/Qwen3-8B', 'slower'],
] as const)('%s is guessed to be %3$s than or as %s', ([one, other, relation]) => {
  const [first, second] = [speedOf(one), speedOf(other)]
  expect(first.measured).toBe(false)
  const difference = second.tokensPerSecond - first.tokensPerSecond
  expect(difference > 0).toBe(relation === 'slower')
})

test('what was measured takes the place of the guess, later calls weigh more, junk weighs nothing', () => {
  recordSpeed('together/some/model', { firstTokenMs: 100, tokensPerSecond: 50 })
  expect(speedOf('together_ai/some/model')).toEqual({
    firstTokenMs: 100,
    tokensPerSecond: 50,
    measured: true,
  })
  for (let calls = 0; calls < 20; calls += 1) {
    recordSpeed('together/some/model', { firstTokenMs: 200, tokensPerSecond: 0 })
    recordSpeed('together/some/model', { firstTokenMs: Number.NaN, tokensPerSecond: -1 })
  }
  const { firstTokenMs, tokensPerSecond } = speedOf('together/some/model')
  expect(firstTokenMs).toBeCloseTo(199, 0)
  expect(tokensPerSecond).toBe(50)
})

test('a first call without a rate leaves the guess', () => {
  recordSpeed('lab/short', { firstTokenMs: 100, tokensPerSecond: 0 })
  expect(speedOf('lab/short').measured).toBe(false)
})
