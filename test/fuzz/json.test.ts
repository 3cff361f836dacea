import { JSONAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { fuzzReplies, patience } from './fuzz-replies.ts'

test('JSONAdapter throws nothing but parse errors, and what it reads has the declared types', {
  timeout: patience,
}, () => {
  expect(fuzzReplies(new JSONAdapter(), 20261121)).toEqual([])
})
