import { OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { ask } from '../__fixtures__/ask.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { type ChainName, chains } from './chains.ts'
import { fallbackChain } from './fallback-chain.ts'

test.each(Object.keys(chains) as ChainName[])('each model of %s is known', (name) => {
  const { candidates } = fallbackChain(name).plan(ask())
  expect(candidates.map(({ model }) => model).toSorted()).toEqual(chains[name].toSorted())
})

test('the models of LOCAL_ONLY may see confidential content, and no other chain may at all', () => {
  const request = ask({ sensitivity: 'confidential' })
  const verdicts = (name: ChainName) =>
    fallbackChain(name)
      .plan(request)
      .candidates.filter(({ reason }) => reason.includes('confidential'))
  expect(verdicts('LOCAL_ONLY')).toEqual([])
  expect(verdicts('HIGH_QUALITY')).toHaveLength(chains.HIGH_QUALITY.length)
})

test('an own chain is asked in order', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: new Error('bug') } }])
  const b = scriptedLM('test/b', [{ texts: ['yes'] }])
  expect((await fallbackChain([a, b], { attempts: 2 }).generate(ask())).model).toBe('test/b')
})

test('a chain that does not exist is named', () => {
  // A program without types can name any.
  expect(() => fallbackChain('BEST' as ChainName)).toThrow(OptionError)
})
