import { expect, test } from 'vitest'
import { claudeVersion } from './claude-version.ts'

test.for([
  ['claude-3-5-sonnet-20241022', 305],
  ['claude-3-opus-20240229', 300],
  ['claude-sonnet-4-20250514', 400],
  ['claude-opus-4-1-20250805', 401],
  ['claude-haiku-4-5', 405],
  ['claude-opus-5', 500],
  ['claude-next', Number.POSITIVE_INFINITY],
] as const)('%s is version %d', ([model, version]) => {
  expect(claudeVersion(model)).toBe(version)
})
