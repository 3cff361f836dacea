import type { LMConfig } from '@ockham/core'
import { expect, test } from 'vitest'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'

const config: LMConfig = {
  responseFormat: { type: 'json_schema', name: 'outputs', schema: { type: 'object' } },
  tools: [{ name: 'add', parameters: { type: 'object' } }],
}

test.for([
  ['openai/gpt-4o-mini', 'response_format', true, true],
  ['mistral/mistral-large', 'response_format', true, true],
  ['groq/openai/gpt-oss-20b', 'response_format', false, false],
  ['anthropic/claude-sonnet-4-5', 'output_config', true, true],
  ['gemini/gemini-2.5-flash', 'responseMimeType', false, false],
  ['gemini/gemini-3-flash', 'responseMimeType', true, false],
  ['cohere/command-a-03-2025', 'response_format', false, false],
  ['ollama/llama3.2', 'format', true, undefined],
] as const)('%s is sent `%s` beside tools: %s, and beside a forced call: %s', (row) => {
  const [name, field, beside, forced] = row
  const sent = (more: LMConfig): string =>
    JSON.stringify(
      lm(name, { env: {} }).fingerprint?.({ ...hello, config: { ...config, ...more } }),
    )
  expect(sent({ tools: [] })).toContain(`"${field}"`)
  expect(sent({}).includes(`"${field}"`)).toBe(beside)
  if (forced !== undefined) {
    expect(sent({ toolChoice: 'required' }).includes(`"${field}"`)).toBe(forced)
  }
})
