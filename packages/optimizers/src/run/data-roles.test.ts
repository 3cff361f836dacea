import { EmptyDatasetError, example, OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { checkDataRoles } from './data-roles.ts'

const one = (question: string, answer = 'yes') =>
  example({ question, answer }, { inputs: ['question'] })

test('an example may have one role only, whatever its labels', () => {
  const roles = { trainset: [one('a'), one('a')], valset: [one('b')], testset: [one('c')] }
  expect(() => checkDataRoles(roles)).not.toThrow()
  expect(() => checkDataRoles({ ...roles, testset: [one('c'), one('b', 'no')] })).toThrow(
    OptionError,
  )
  expect(() => checkDataRoles({ ...roles, testset: [one('b')] })).toThrow(
    '`testset` has an example that `valset` has too',
  )
})

test('what is certified is apart from what was learned from', () => {
  const roles = { trainset: [one('a')], devset: [one('b')] }
  expect(() => checkDataRoles(roles)).not.toThrow()
  expect(() => checkDataRoles({ ...roles, devset: [one('a', 'no')] })).toThrow(
    '`devset` has an example that `trainset` has too',
  )
})

test('a set without examples is an error that names it', () => {
  expect(() => checkDataRoles({ trainset: [] })).toThrow(EmptyDatasetError)
  expect(() => checkDataRoles({ trainset: [one('a')], valset: [] })).toThrow('valset')
})
