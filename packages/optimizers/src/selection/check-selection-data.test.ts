import { OptionError, Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { isRight } from '../__fixtures__/quiz.ts'
import { CheapestAdequate } from './cheapest-adequate.ts'
import type { CheapestAdequateOptions } from './cheapest-adequate-options.ts'
import { devset, pupils, trainset } from './joint/__fixtures__/pupils.ts'
import { instructing } from './joint/__fixtures__/tuners.ts'

const program = new Predict('question -> answer')
const joint = { metric: isRight, assignment: 'joint' } as const

describe('what models and prompts together object to', () => {
  const compile = async (
    given: { trainset?: typeof trainset; devset?: typeof devset },
    options: Partial<CheapestAdequateOptions<object, { answer: string }>> = {},
    student = program,
  ): Promise<string> => {
    const all = { ...joint, models: pupils(), floor: 0.8, ...options }
    try {
      // What is under test is what happens where the compiler has not looked.
      const optimizer = new CheapestAdequate(all as never)
      await optimizer.compile(student, { devset, ...given })
    } catch (error) {
      if (OptionError.is(error)) return error.message
      throw error
    }
    return 'nothing'
  }
  const showing = (question: string) => {
    const variant = new Predict('question -> answer')
    variant.demos = [{ question, answer: 'x' }]
    return variant
  }

  it.each([
    [{}, {}, '`trainset` is missing'],
    [{}, { tuners: { careful: instructing('') } }, '`trainset` is missing'],
    [
      {},
      { tuners: { careful: instructing('') }, variants: { given: showing('a') } },
      '`trainset` is missing',
    ],
    [
      { trainset: [...trainset, ...devset.slice(0, 1)] },
      {},
      '`devset` has an example that `trainset` has too: {"question":"30"}',
    ],
    [{ trainset }, { assignment: 'uniform' as const }, '`trainset` is for `assignment: "joint"`'],
    [
      { trainset },
      { assignment: 'uniform' as const, tuners: { careful: instructing('') } },
      '`tuners` are for `assignment: "joint"`',
    ],
    [
      {},
      { assignment: 'cascade' as const, variants: { given: showing('a') } },
      '`variants` are for `assignment: "joint"`',
    ],
    [{ trainset }, { variants: { demos: showing('a') } }, '`variants` cannot have "demos"'],
    [{ trainset }, { tuners: { seed: instructing('') } }, '`tuners` cannot have "seed"'],
    [
      { trainset },
      { tuners: { gepa: instructing('') }, variants: { gepa: showing('a') } },
      '`variants` cannot have "gepa"',
    ],
    [{}, { variants: { given: showing('33') } }, '`variants.given` shows as a demonstration'],
    [
      {},
      { variants: { other: new Predict('question, context -> answer') } },
      '`variants.other` must have the predictors and fields of the program',
    ],
  ])('%#: %o %o', async (given, options, message) => {
    expect(await compile(given, options)).toContain(message)
  })

  it('a devset with an example that the program shows already', async () => {
    expect(await compile({ trainset }, {}, showing('40'))).toContain(
      'that the program shows as a demonstration: {"question":"40"',
    )
    expect(await compile({}, { assignment: 'uniform' }, showing('40'))).toContain(
      'that the program shows as a demonstration: {"question":"40"',
    )
  })

  it('nothing where a step in between shows only something that examples have in common', async () => {
    const step = new Predict('question -> answer')
    step.demos = [{ answer: 'answer 40', hint: 'short' }]
    expect(await compile({}, { assignment: 'uniform' }, step)).toBe('nothing')
  })
})
