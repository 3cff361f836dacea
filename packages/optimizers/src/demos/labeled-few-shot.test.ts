import { AbortError, EmptyDatasetError, example, Module, OptionError, Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { quiz } from '../__fixtures__/quiz.ts'
import { LabeledFewShot } from './labeled-few-shot.ts'

const program = new Predict('question -> answer')

class TwoSteps extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new Predict('question, query -> answer')

  async forward({ question }: { question: string }): Promise<{ answer: string }> {
    const { query } = await this.plan({ question })
    return this.respond({ question, query })
  }
}

describe('LabeledFewShot', () => {
  it('gives the program 16 random examples unless told otherwise', async () => {
    const { program: trained, report } = await new LabeledFewShot().compile(program, {
      trainset: quiz(50),
    })
    expect(trained.demos).toHaveLength(16)
    expect(new Set(trained.demos.map((demo) => demo['question'])).size).toBe(16)
    expect(trained.demos).not.toEqual(quiz(16).map((row) => ({ ...row })))
    expect(report).toEqual({ demos: { self: 16 }, calls: 0, costUSD: 0 })
  })

  it('takes the first examples when it is not to draw', async () => {
    const optimizer = new LabeledFewShot({ k: 2, sample: false })
    const { program: trained } = await optimizer.compile(program, { trainset: quiz(50) })
    expect(trained.demos).toEqual([
      { question: '0', answer: 'answer 0' },
      { question: '1', answer: 'answer 1' },
    ])
  })

  it('takes all examples when there are fewer', async () => {
    const { report } = await new LabeledFewShot().compile(program, { trainset: quiz(3) })
    expect(report.demos).toEqual({ self: 3 })
  })

  it('draws the same with the same seed, and something else with another', async () => {
    const draw = async (seed: number): Promise<unknown> =>
      (await new LabeledFewShot({ k: 5, seed }).compile(program, { trainset: quiz(50) })).program
        .demos
    expect(await draw(1)).toEqual(await draw(1))
    expect(await draw(1)).not.toEqual(await draw(2))
  })

  it('shows only fields of the signature, and only examples that show an input and an output', async () => {
    const trainset = [
      example({ question: 'a', answer: 'A', source: 'book' }, { inputs: ['question'] }),
      example({ question: 'b', answer: undefined, source: 'web' }, { inputs: ['question'] }),
    ]
    const { program: trained } = await new LabeledFewShot().compile(program, { trainset })
    expect(trained.demos).toEqual([{ question: 'a', answer: 'A' }])
  })

  it('gives each predictor of a program those of the labels that it has fields for', async () => {
    const { program: trained } = await new LabeledFewShot({ k: 2, sample: false }).compile(
      new TwoSteps(),
      {
        trainset: quiz(5),
      },
    )
    expect(trained.plan.demos).toEqual([])
    expect(trained.respond.demos).toEqual(quiz(2).map((row) => ({ ...row })))
  })

  it('leaves the program it was given as it was, and replaces what it had learned', async () => {
    const given = new Predict('question -> answer')
    const demos = [{ question: 'old', answer: 'old' }]
    given.demos = demos
    const { program: trained } = await new LabeledFewShot({ k: 1 }).compile(given, {
      trainset: quiz(1),
    })
    expect(given.demos).toBe(demos)
    expect(trained.demos).toEqual([{ question: '0', answer: 'answer 0' }])
  })

  it('says what is wrong with what it is given', async () => {
    expect(() => new LabeledFewShot({ k: 0 })).toThrow(OptionError)
    const compile = new LabeledFewShot().compile(program, { trainset: [] })
    await expect(compile).rejects.toThrow(EmptyDatasetError)
    const aborted = new LabeledFewShot().compile(program, {
      trainset: quiz(1),
      signal: AbortSignal.abort(),
    })
    await expect(aborted).rejects.toThrow(AbortError)
  })
})
