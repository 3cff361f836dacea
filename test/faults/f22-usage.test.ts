import type { LMUsage } from '@ockham/core'
import { expect } from 'vitest'
import { question } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { tokens } from './wall/wires/bill.ts'

/** Where the wall's usage is told, or is not. */
const reported = [
  ['in a chunk of its own', 'f22-last'],
  ['with the finish reason', 'f22-with-finish'],
  ['before an empty chunk', 'f22-then-empty'],
  ['before a null', 'f22-then-null'],
  ['before fields of null', 'f22-then-nulls'],
  ['before zeros', 'f22-then-zero'],
  ['twice', 'f22-twice'],
  ['again and again, growing', 'f22-cumulative'],
] as const
const missing = [
  ['that is absent', 'f22-absent'],
  ['that is null', 'f22-null'],
  ['of nothing but zeros', 'f22-zero'],
] as const

for (const [where, model] of reported) {
  fault('F22', `usage told ${where} is counted once`, async (scene) => {
    const { response } = await scene.right(scene.lm(model), 'stream')
    const usage: LMUsage = { inputTokens: tokens.input, outputTokens: tokens.output }
    expect(response?.usage).toEqual(usage)
  })
}

for (const [what, model] of missing) {
  fault('F22', `usage ${what} is estimated, and says so`, async (scene) => {
    const { response } = await scene.right(scene.lm(model), 'stream')
    expect(response?.usage.estimated).toBe(true)
    expect(response?.usage.inputTokens).toBeGreaterThan(3)
    expect(response?.usage.outputTokens).toBeGreaterThan(3)
  })
}

fault('F22', 'usage is asked for only where it is known to be taken', async (scene) => {
  const baseURL = `${scene.wall.url}/v1`
  const lm = scene.lm('f22-refuses-options', { baseURL }, 'compatible')
  await scene.right(lm, 'stream')
  expect(scene.requests('f22-refuses-options')).toBe(1)
})

for (const wire of ['anthropic', 'gemini', 'ollama'] as const) {
  fault('F22', `counts that grow are not added up (${wire})`, async (scene) => {
    const { response } = await scene.right(scene.lm('ok', {}, wire), 'stream', question)
    expect(response?.usage).toEqual({ inputTokens: tokens.input, outputTokens: tokens.output })
  })
}

for (const wire of ['anthropic', 'openai'] as const) {
  fault(
    'F22',
    `a reply that is cut says what it has cost so far (${wire})`,
    async (scene) => {
      const priced = wire === 'anthropic' ? 'claude-haiku-4-5' : 'f22-cut'
      const { error } = await scene.fails(scene.lm(priced, {}, wire), 'stream')
      expect(error.code).toBe('lm_stream_truncated')
      expect(error.costUSD).toBeGreaterThan(0)
    },
    { costless: wire === 'anthropic', hopeless: wire === 'anthropic' },
  )
}
