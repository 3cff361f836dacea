import { evaluate, Module, Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { permutation } from '../permutation.ts'
import { agreementTable } from './__fixtures__/agreement-table.ts'
import { countedLM } from './__fixtures__/counted-lm.ts'

const size = 240
const table = agreementTable(size)
const devset = table.devset()
const { metric } = table
const program = new Predict('example -> answer')
const agreeing = 'tiny and small agreeing, else strong'
const models = () => [table.lm('small'), table.lm('echo'), table.lm('tiny')]

describe('CheapestAdequate with cascades', () => {
  it('finds the two cheap models whose agreement can be trusted, and certifies them', async () => {
    for (let seed = 0; seed < 5; seed += 1) {
      const { report } = await new CheapestAdequate({
        metric,
        models: models(),
        reference: table.lm('strong'),
        assignment: 'cascade',
        seed,
      }).compile(program, { devset })
      expect(report).toMatchObject({ certified: true, chosen: agreeing })
      expect(report.choice).toEqual({ self: agreeing })
      const verdicts = report.candidates.map(({ model, verdict }) => [model, verdict])
      expect(verdicts.slice(0, 3).map(([, verdict]) => verdict)).toEqual(Array(3).fill('rejected'))
      expect(verdicts).not.toContain('tiny and echo agreeing, else strong')
      expect(report.certificate?.text).toContain(agreeing)
    }
  })

  it('gives a program that asks the strong model only where the two differ, at the price that it told', async () => {
    const tiny = countedLM(table.lm('tiny'))
    const small = countedLM(table.lm('small'))
    const strong = countedLM(table.lm('strong'))
    const { program: chosen, report } = await new CheapestAdequate({
      metric,
      models: [tiny, small],
      reference: strong,
      assignment: 'cascade',
      // So sure that only the whole devset will do.
      confidence: 0.999999999,
    }).compile(program, { devset })
    // No reply is paid twice, whatever the number of cascades that use it.
    expect([tiny.calls, small.calls, strong.calls]).toEqual([size, size, size])
    expect(report.calls).toBe(3 * size)
    expect(chosen.lm?.model).toBe(agreeing)
    for (const lm of [tiny, small, strong]) lm.calls = 0
    const { costUSD, score } = await evaluate(chosen, { devset, metric })
    const differing = devset.filter((_, index) => index % 5 === 0 || index % 7 === 3).length
    expect([tiny.calls, small.calls, strong.calls]).toEqual([size, size, differing])
    const candidate = report.candidates.find(({ model }) => model === report.chosen)
    expect(candidate).toMatchObject({ evaluated: size, meanScore: score })
    expect(costUSD).toBeCloseTo(size * (candidate?.costPerExampleUSD ?? 0), 9)
    expect(costUSD).toBeCloseTo(0.003 * size + 0.1 * differing, 9)
  })

  it('takes one model alone where that is adequate and cheaper', async () => {
    const { report } = await new CheapestAdequate({
      metric,
      models: models(),
      reference: table.lm('strong'),
      tolerance: 0.35,
      assignment: 'cascade',
    }).compile(program, { devset })
    expect(report).toMatchObject({ certified: true, chosen: 'tiny' })
  })

  it('has the model behind the cheap ones that scored best, where there is a floor', async () => {
    const { report } = await new CheapestAdequate({
      metric,
      models: [table.lm('strong'), ...models()],
      floor: 0.94,
      assignment: 'cascade',
    }).compile(program, { devset })
    expect(report).toMatchObject({ certified: true, chosen: agreeing })
  })

  it('takes the strong model alone where only that reaches the floor', async () => {
    const { report } = await new CheapestAdequate({
      metric,
      models: [table.lm('strong'), table.lm('tiny')],
      floor: 0.95,
      assignment: 'cascade',
    }).compile(program, { devset })
    expect(report).toMatchObject({ certified: true, choice: { self: 'strong' } })
  })

  it('runs no dearer models behind one that surely reaches the floor', async () => {
    const strong = countedLM(table.lm('strong'))
    const { report } = await new CheapestAdequate({
      metric,
      models: [...models(), strong],
      floor: 0.5,
      assignment: 'cascade',
    }).compile(program, { devset })
    expect(report).toMatchObject({ certified: true, choice: { self: 'tiny' } })
    expect(strong.calls).toBe(5)
  })

  it('keeps the reference when no cascade is adequate', async () => {
    const { report } = await new CheapestAdequate({
      metric,
      models: [table.lm('tiny'), table.lm('echo')],
      reference: table.lm('strong'),
      assignment: 'cascade',
    }).compile(program, { devset })
    expect(report).toMatchObject({ certified: false, choice: { self: 'strong' } })
  })

  it.each([
    ['the last of the sequence', true, ['certified', 'certified', 'certified'], 'low'],
    ['the last before one that is not', false, ['certified', 'rejected', 'not-needed'], 'high'],
  ])('chooses %s certified', async (_, isMidGood, verdicts, expected) => {
    const places = new Map(permutation(devset, 0).map((gold, place) => [gold.example, place]))
    const searched = size / 3
    // Each is safer than the next on the first third; behind it `low` is always right.
    const isRight = {
      high: () => true,
      mid: (place: number) => place !== 0 && (isMidGood || place < searched || place % 2 === 0),
      low: (place: number) => place > 1,
      top: () => true,
    }
    const prices = { high: 0.05, mid: 0.02, low: 0.01, top: 0.1 }
    const names = ['high', 'mid', 'low', 'top'] as const
    const rows = devset.map(({ example }) => {
      const cells = names.flatMap((name) => [
        [`${name}:score`, isRight[name](places.get(example) ?? 0)],
        [`${name}:usd`, prices[name]],
      ])
      return { example, ...Object.fromEntries(cells) }
    })
    const made = OutcomeTable.fromRows(rows, {
      example: 'example',
      score: '{model}:score',
      cost: '{model}:usd',
      models: names,
    })
    const { report } = await new CheapestAdequate({
      metric: made.metric,
      models: made.lms().slice(0, 3),
      reference: made.lm('top'),
      tolerance: 0.06,
      assignment: 'cascade',
      cascade: { signals: ['logprob-margin'] },
    }).compile(program, { devset: made.devset() })
    expect(report).toMatchObject({ certified: true, chosen: expected })
    expect(report.candidates.map(({ verdict }) => verdict)).toEqual([...verdicts, 'not-needed'])
  })

  it('puts a cascade at each predictor of a program', async () => {
    const steps = new TwoSteps()
    const { program: chosen, report } = await new CheapestAdequate({
      metric,
      models: [table.lm('tiny'), table.lm('small')],
      reference: table.lm('strong'),
      assignment: 'cascade',
    }).compile(steps, { devset })
    expect(report).toMatchObject({
      certified: true,
      choice: { draft: agreeing, answer: agreeing },
    })
    expect(chosen.predictors().map(({ lm }) => lm?.model)).toEqual([agreeing, agreeing])
    const { score } = await evaluate(chosen, { devset, metric })
    expect(score).toBeGreaterThan(0.96)
    expect(steps.predictors().map(({ lm }) => lm)).toEqual([undefined, undefined])
  })

  it('compares what it is told to compare', async () => {
    const compile = (field: string) =>
      new CheapestAdequate({
        metric,
        models: [table.lm('tiny'), table.lm('small')],
        reference: table.lm('strong'),
        assignment: 'cascade',
        cascade: { field },
      }).compile(new Predict('example -> reasoning, answer'), { devset })
    expect((await compile('answer')).report.chosen).toBe(agreeing)
    // The table says nothing there, and two that say nothing do not agree.
    expect((await compile('reasoning')).report.chosen).toBe('strong')
    await expect(compile('label')).rejects.toThrow('`cascade.field` "label" is no output field')
  })
})

class TwoSteps extends Module<{ example: string }, { answer: string }> {
  draft = new Predict('example -> draft')
  answer = new Predict('example, draft -> answer')

  async forward({ example }: { example: string }): Promise<{ answer: string }> {
    const { draft } = await this.draft({ example })
    return this.answer({ example, draft })
  }
}
