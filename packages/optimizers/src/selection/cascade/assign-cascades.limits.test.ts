import {
  AbortError,
  type LM,
  type LMRequest,
  type LMResponse,
  OptionError,
  Predict,
} from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../../__fixtures__/cut-anywhere.ts'
import { isRight, type QuizLM, quiz, quizLM } from '../../__fixtures__/quiz.ts'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { agreementTable } from './__fixtures__/agreement-table.ts'
import { countedLM } from './__fixtures__/counted-lm.ts'

const table = agreementTable(120)
const { metric } = table
const program = new Predict('example -> answer')
const devset = table.devset()
const verify = (_: LMRequest, { outputs }: LMResponse): boolean =>
  /right/.test(outputs[0]?.text ?? '')

const search = ([tiny, small, strong]: readonly [LM, LM, LM], concurrency = 8) =>
  new CheapestAdequate({
    metric,
    models: [tiny, small],
    reference: strong,
    assignment: 'cascade',
    cascade: { verify },
    concurrency,
  })
const tableLMs = () => [table.lm('tiny'), table.lm('small'), table.lm('strong')] as const

describe('the search for cascades', () => {
  it.each([1, 16, 60, 130, 200, 350])('makes at most %i calls when told so', async (calls) => {
    const lms = [
      countedLM(table.lm('tiny')),
      countedLM(table.lm('small')),
      countedLM(table.lm('strong')),
    ] as const
    const optimizer = search(lms)
    const { report } = await optimizer.compile(program, { devset, budget: { calls } })
    const made = lms.reduce((sum, lm) => sum + lm.calls, 0)
    expect(made).toBeLessThanOrEqual(calls)
    expect(report.calls).toBe(made)
    if (!report.certified) expect(report.choice).toEqual({ self: 'strong' })
  })

  it('spends no more dollars than it may', async () => {
    for (const usd of [0.5, 2, 6, 9]) {
      const { report } = await search(tableLMs()).compile(program, { devset, budget: { usd } })
      expect(report.costUSD).toBeLessThanOrEqual(usd)
    }
  })

  it('does not keep a model that was seen on a few examples only', async () => {
    const { report } = await new CheapestAdequate({
      metric,
      models: [table.lm('tiny'), table.lm('strong')],
      floor: 0.9,
      assignment: 'cascade',
      budget: { calls: 60 },
    }).compile(program, { devset })
    expect(report.candidates.map(({ evaluated }) => evaluated)).toEqual([40, 5])
    expect(report).toMatchObject({ certified: false, chosen: 'tiny' })
  })

  it('says when the budget pays for nothing', async () => {
    const compiled = search(tableLMs()).compile(program, { devset, budget: { usd: 0.0001 } })
    await expect(compiled).rejects.toThrow('too small to run a single example')
  })

  it('stops at an abort with the report so far', async () => {
    const controller = new AbortController()
    const small: QuizLM = quizLM({
      model: 'test/small',
      costUSD: 0.01,
      accuracy: 0.8,
      onCall: () => {
        if (small.asked.length === 20) controller.abort('enough')
      },
    })
    const strong = quizLM({ model: 'test/strong', costUSD: 0.1, accuracy: 1 })
    const compiled = new CheapestAdequate({
      metric: isRight,
      models: [small],
      reference: strong,
      assignment: 'cascade',
      cascade: { verify },
      concurrency: 1,
    }).compile(new Predict('question -> answer'), {
      devset: quiz(120),
      signal: controller.signal,
    })
    const error: unknown = await compiled.catch((caught) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({
      partial: { certified: false, candidates: [{ evaluated: 19 }, {}] },
    })
    expect(small.asked).toHaveLength(20)
  })

  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 200 }],
    ['dollars', { usd: 6 }],
  ])('ends the same when it is killed anywhere and resumed (%s)', async (_, budget) => {
    await expectSameWhereverCut((control) =>
      search(tableLMs()).compile(program, { devset, budget, ...control }),
    )
  })

  it('ends the same whatever the concurrency', async () => {
    const reportOf = async (concurrency: number, budget: CompileBudget) =>
      (await search(tableLMs(), concurrency).compile(program, { devset, budget })).report
    for (const budget of [{}, { calls: 230 }]) {
      expect(await reportOf(1, budget)).toEqual(await reportOf(16, budget))
    }
  })

  it('tests no cascade that took too long on what was searched on', async () => {
    const slow = quizLM({ model: 'test/slow', costUSD: 0.01, accuracy: 1, delay: () => 60 })
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [slow],
      reference: quizLM({ model: 'test/strong', costUSD: 0.1, accuracy: 1 }),
      latency: { milliseconds: 50 },
      assignment: 'cascade',
    }).compile(new Predict('question -> answer'), { devset: quiz(24) })
    expect(report).toMatchObject({
      certified: false,
      candidates: [{ model: 'test/slow', evaluated: 8, verdict: 'rejected' }, {}],
    })
  })

  it('needs prices', async () => {
    const unpriced = { ...quizLM({ model: 'test/strong', costUSD: null, accuracy: 1 }) }
    const compiled = new CheapestAdequate({
      metric: isRight,
      models: [quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.9 })],
      reference: unpriced,
      assignment: 'cascade',
    }).compile(new Predict('question -> answer'), { devset: quiz(60) })
    await expect(compiled).rejects.toThrow(OptionError)
    await expect(compiled).rejects.toThrow('`reference` `assignment: "cascade"` compares prices')
  })

  it('leaves out a model without a price', async () => {
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [
        quizLM({ model: 'test/unpriced', costUSD: null, accuracy: 1 }),
        quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 1 }),
      ],
      reference: quizLM({ model: 'test/strong', costUSD: 0.1, accuracy: 1 }),
      assignment: 'cascade',
    }).compile(new Predict('question -> answer'), { devset: quiz(60) })
    expect(report).toMatchObject({ certified: true, chosen: 'test/small' })
    expect(report.candidates[0]?.verdict).toBe('undecided')
  })
})
