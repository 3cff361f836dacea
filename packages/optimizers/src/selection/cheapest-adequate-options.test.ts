import { OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import {
  type CheapestAdequateOptions,
  resolveCheapestAdequateOptions,
} from './cheapest-adequate-options.ts'

const metric = (): boolean => true
const nano = new MockLM({}, { model: 'nano' })
const large = new MockLM({}, { model: 'large' })

/** The message about options of which the types may not allow every combination. */
function objection(options: object): string {
  try {
    // What is under test is what happens where the compiler has not looked.
    resolveCheapestAdequateOptions(options as CheapestAdequateOptions<object, object>)
  } catch (error) {
    if (OptionError.is(error)) return error.message
    throw error
  }
  return 'none'
}

describe('resolveCheapestAdequateOptions', () => {
  it('fills in the defaults', () => {
    expect(resolveCheapestAdequateOptions({ metric, models: [nano], reference: large })).toEqual({
      metric,
      models: [nano],
      requirement: { kind: 'reference', reference: large, tolerance: 0.02 },
      latency: undefined,
      confidence: 0.95,
      certificate: 'devset',
      method: 'exact',
      assignment: 'uniform',
      cascade: {
        signals: ['models-agree', 'field', 'logprob-margin'],
        field: undefined,
        confidenceField: 'confidence',
        verify: undefined,
        requiredFields: [],
      },
      prompts: { tuners: {}, variants: {} },
      validDays: 30,
      budget: undefined,
      seed: 0,
      concurrency: 8,
    })
  })

  it('takes an option that is there and undefined for one that is not', () => {
    const absent = {
      confidence: undefined,
      seed: undefined,
      method: undefined,
      tolerance: undefined,
    }
    // What is under test is what happens where the compiler has not looked.
    const options = { metric, models: [nano], floor: 0.5, ...absent } as never
    expect(resolveCheapestAdequateOptions(options)).toMatchObject({
      confidence: 0.95,
      seed: 0,
      method: 'exact',
    })
  })

  it('takes the reference out of the models', () => {
    const { models } = resolveCheapestAdequateOptions({
      metric,
      models: [nano, large],
      reference: large,
    })
    expect(models).toEqual([nano])
  })

  it.each([
    [{ models: [], floor: 0.5 }, '`models` is empty'],
    [{ models: [large], reference: large }, '`models` holds only the reference'],
    [{ models: [nano, new MockLM({}, { model: 'nano' })], floor: 0.5 }, 'two LMs called nano'],
    [{ models: [nano], reference: new MockLM({}, { model: 'nano' }) }, 'two LMs called nano'],
    [{ models: [nano] }, '`floor` is missing'],
    [{ models: [nano], floor: 0.5, reference: large }, 'exclude each other'],
    [{ models: [nano], floor: 85 }, '`floor` must be a number from 0 to 1, not 85.'],
    [{ models: [nano], floor: Number.NaN }, '`floor` must be a number from 0 to 1'],
    [
      { models: [nano], reference: large, tolerance: -0.1 },
      '`tolerance` must be a number from 0 to 1',
    ],
    [{ models: [nano], floor: 0.5, confidence: 1 }, '`confidence` must be above 0 and below 1'],
    [{ models: [nano], floor: 0.5, concurrency: 0 }, '`concurrency` must be a whole number from 1'],
    [{ models: [nano], floor: 0.5, seed: 0.5 }, '`seed` must be a whole number'],
    [{ models: [nano], floor: 0.5, budget: { calls: 0 } }, '`budget.calls` must be above 0'],
    [{ models: nano, floor: 0.5 }, '`models` is empty; pass a list'],
    [{ models: ['gpt'], floor: 0.5 }, '`models` must be an LM, such as'],
    [{ models: [nano], reference: 'gpt' }, '`reference` must be an LM, such as'],
    [{ models: [nano], floor: '0.5' }, '`floor` must be a number from 0 to 1'],
    [{ models: [nano], floor: 0.5, metric: undefined }, '`metric` is missing'],
    [
      { models: [nano], floor: 0.5, certificate: 'all' },
      '"all" is not known; use devset, population.',
    ],
    [{ models: [nano], floor: 0.5, assignment: 'best' }, '"best" is not known; use uniform, per-'],
    [{ models: [nano], floor: 0.5, cascade: {} }, '`cascade` needs `assignment: "cascade"`'],
    [{ models: [nano], floor: 0.5, method: 'approximate' }, '`method` "approximate" needs'],
    [{ models: [nano], floor: 0.5, validDays: 0.5 }, '`validDays` must be a whole number'],
    [
      { models: [nano], floor: 0.5, latency: { milliseconds: 0 } },
      '`latency.milliseconds` must be',
    ],
    [
      { models: [nano], floor: 0.5, latency: { milliseconds: 9, share: 2 } },
      '`latency.share` must',
    ],
  ])('objects to %o', (options, message) => {
    expect(objection({ metric, ...options })).toContain(message)
  })
})
