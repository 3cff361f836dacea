import { expect, test } from 'vitest'
import { inferPrefix } from './infer-prefix.ts'

test.each([
  ['question', 'Question'],
  ['num_docs', 'Num Docs'],
  ['camelCase', 'Camel Case'],
  ['q1', 'Q 1'],
  ['HTMLParser', 'HTML Parser'],
  ['_x', ' X'],
])('%s is labelled %j, as in DSPy', (name, prefix) => {
  expect(inferPrefix(name)).toBe(prefix)
})
