import { example, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { compareModels } from './compare-models.ts'
import { modelComparisonTable } from './model-comparison-table.ts'

const devset = Array.from({ length: 40 }, (_, index) =>
  example({ question: `${index}`, answer: 'right' }, { inputs: ['question'] }),
)
const metric = (gold: { answer: string }, { answer }: { answer: string }): boolean =>
  gold.answer === answer

/** Right on the questions from 0 to its ability. */
function model(name: string, ability: number, costUSD: number | null): MockLM {
  return new MockLM(
    ({ messages }) => {
      const [, question = ''] =
        /question ## \]\]\n(\d+)/.exec(String(messages.at(-1)?.content)) ?? []
      return `[[ ## answer ## ]]\n${Number(question) < ability ? 'right' : 'wrong'}`
    },
    { model: name, costUSD },
  )
}

describe('compareModels', () => {
  it('evaluates every model on the whole devset, and compares it with the first row by row', async () => {
    const program = new Predict('question -> answer')
    const models = [model('large', 38, 0.01), model('small', 30, 0.001)]
    const comparison = await compareModels(program, { models, devset, metric })
    const [large, small] = comparison.models
    expect(large).toMatchObject({ model: 'large', evaluation: { score: 0.95 } })
    expect(large?.versusFirst).toBeUndefined()
    expect(small).toMatchObject({
      evaluation: { score: 0.75 },
      costPerExampleUSD: expect.closeTo(0.001),
      versusFirst: { difference: expect.closeTo(-0.2), wins: 0, losses: 8, ties: 32 },
    })
    expect(small?.versusFirst?.interval[1]).toBeLessThan(0)
    expect(comparison.costUSD).toBeCloseTo(0.44)
    expect(program.lm).toBeUndefined()
  })

  it('is told as a table', async () => {
    const models = [model('large', 38, 0.01), model('small', 30, null)]
    const comparison = await compareModels(new Predict('question -> answer'), {
      models,
      devset,
      metric,
    })
    const [headings, first, second] = modelComparisonTable(comparison).split('\n')
    expect(headings).toMatch(/^model +score +95 % interval +against the first/)
    expect(first).toMatch(/^large +0\.950 /)
    expect(second).toMatch(/^small +0\.750 .* -0\.200 \(-0\.\d+ to -0\.\d+\) +0 +8 +not known/)
    expect(comparison.costUSD).toBeNull()
  })

  it('objects to no models, and to two of one name', async () => {
    const compare = (models: MockLM[]) =>
      compareModels(new Predict('question -> answer'), { models, devset, metric })
    await expect(compare([])).rejects.toThrow(OptionError)
    await expect(compare([model('same', 1, 0), model('same', 2, 0)])).rejects.toThrow('same twice')
  })

  it('checks the devset against the inputs of the program', () => {
    const wrong = [example({ ticket: 'x', answer: 'y' }, { inputs: ['ticket'] })]
    const models = [model('one', 1, 0)]
    const program = new Predict('question -> answer')
    // @ts-expect-error: the program asks for `question`, and the examples have `ticket`
    const comparison = compareModels(program, { models, devset: wrong, metric })
    return expect(comparison).resolves.toMatchObject({ models: [{ evaluation: { score: 0 } }] })
  })
})
