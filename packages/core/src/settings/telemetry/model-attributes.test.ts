import { expect, test } from 'vitest'
import { modelAttributes } from './model-attributes.ts'

test.each([
  ['openai/gpt-4o-mini', 'openai', 'gpt-4o-mini'],
  ['bedrock/amazon.nova/v1', 'aws.bedrock', 'amazon.nova/v1'],
  ['xai/grok', 'x_ai', 'grok'],
  ['my-model', 'unknown', 'my-model'],
  ['/odd', 'unknown', '/odd'],
  ['constructor/x', 'constructor', 'x'],
])('%s is a model of %s', (name, provider, model) => {
  expect(modelAttributes(name)).toEqual({ provider, model })
})
