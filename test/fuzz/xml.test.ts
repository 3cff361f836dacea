import { XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { fuzzReplies, patience } from './fuzz-replies.ts'

test('XMLAdapter throws nothing but parse errors, and what it reads has the declared types', {
  timeout: patience,
}, () => {
  expect(fuzzReplies(new XMLAdapter(), 20261121)).toEqual([])
})
