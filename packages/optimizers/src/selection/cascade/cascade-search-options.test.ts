import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { type CascadeSearchOptions, resolveCascadeSearchOptions } from './cascade-search-options.ts'

const verify = (): boolean => true

describe('resolveCascadeSearchOptions', () => {
  it('uses a verifier where there is one, and samples only when it is told to', () => {
    expect(resolveCascadeSearchOptions().signals).toEqual([
      'models-agree',
      'field',
      'logprob-margin',
    ])
    expect(resolveCascadeSearchOptions({ verify }).signals).toContain('verifier')
    const signals = ['self-consistency', 'self-consistency'] as const
    expect(resolveCascadeSearchOptions({ signals }).signals).toEqual(['self-consistency'])
  })

  it('needs the fields that were asked for, and no others', () => {
    expect(resolveCascadeSearchOptions({ signals: ['models-agree'] }).requiredFields).toEqual([])
    expect(resolveCascadeSearchOptions({ field: 'label' }).requiredFields).toEqual([
      ['cascade.field', 'label'],
    ])
    expect(resolveCascadeSearchOptions({ signals: ['field'] }).requiredFields).toEqual([
      ['cascade.confidenceField', 'confidence'],
    ])
  })

  it.each([
    [{ signals: [] }, '`cascade.signals` is empty; use models-agree, self-consistency'],
    [{ signals: ['luck'] }, '`cascade.signals` "luck" is not known'],
    [{ signals: ['verifier'] }, '`cascade.verify` is missing'],
    [{ signals: ['models-agree'], verify }, '`cascade.verify` is not among the `signals`'],
  ])('objects to %o', (options, message) => {
    // What is under test is what happens where the compiler has not looked.
    const resolve = (): object => resolveCascadeSearchOptions(options as CascadeSearchOptions)
    expect(resolve).toThrow(OptionError)
    expect(resolve).toThrow(message)
  })
})
