import {
  AbortError,
  BudgetExceededError,
  context,
  EmptyDatasetError,
  LMConfigurationError,
  type LMRequest,
  Predict,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../__fixtures__/cut-anywhere.ts'
import { isRight, type QuizLM, quiz, quizLM } from '../__fixtures__/quiz.ts'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { CheapestAdequate } from './cheapest-adequate.ts'

const program = new Predict('question -> answer')
const devset = quiz(200)
const models = (): [QuizLM, QuizLM, QuizLM] => [
  quizLM({ model: 'test/nano', costUSD: 0.001, accuracy: 0.75 }),
  quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.9 }),
  quizLM({ model: 'test/large', costUSD: 0.1, accuracy: 1 }),
]
const asked = (lms: readonly QuizLM[]): number => lms.reduce((sum, lm) => sum + lm.asked.length, 0)

describe('the budget of CheapestAdequate', () => {
  it.each([16, 20, 50, 77, 100])(
    'of %i calls is not exceeded, and what was found is kept',
    async (calls) => {
      const lms = models()
      const optimizer = new CheapestAdequate({
        metric: isRight,
        models: lms,
        floor: 0.85,
        budget: { calls },
      })
      const { report } = await optimizer.compile(program, { devset })
      expect(asked(lms)).toBe(calls)
      expect(report).toMatchObject({ certified: false, budgetExhausted: true, calls })
      expect(report.candidates.some(({ verdict }) => verdict === 'undecided')).toBe(true)
      expect(report.candidates.reduce((sum, { evaluated }) => sum + evaluated, 0)).toBe(calls)
    },
  )

  it.each([0.2, 0.56, 0.7, 1])('of %d dollars is not exceeded', async (usd) => {
    const lms = models()
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: lms,
      floor: 0.85,
      budget: { usd },
    })
    const { report } = await optimizer.compile(program, { devset })
    const spent = lms.reduce((sum, lm, index) => sum + lm.asked.length * 0.001 * 10 ** index, 0)
    expect(spent).toBeLessThanOrEqual(usd)
    expect(report.costUSD).toBeCloseTo(spent)
  })

  it('of the run comes before that of the optimizer', async () => {
    const lms = models()
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: lms,
      floor: 0.85,
      budget: { calls: 1 },
    })
    await optimizer.compile(program, { devset, budget: { calls: 20 } })
    expect(asked(lms)).toBe(20)
  })

  it('that ends while models are compared with a reference keeps the reference', async () => {
    const [nano, small, large] = models()
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [nano, small],
      reference: large,
    })
    const { report } = await optimizer.compile(program, { devset, budget: { calls: 30 } })
    expect(report).toMatchObject({ choice: { self: 'test/large' }, certified: false })
  })

  it('that pays for no example at all is an error that says so', async () => {
    const lm = Object.assign(quizLM({ model: 'test/dear', accuracy: 1 }), { maxCostUSD: () => 2 })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [lm],
      floor: 0.5,
      budget: { usd: 1 },
    })
    await expect(optimizer.compile(program, { devset })).rejects.toThrow(
      'too small to run a single example',
    )
    expect(lm.asked).toHaveLength(0)
  })

  it('in dollars cannot be kept with a model that has no price', async () => {
    const lm = quizLM({ model: 'test/free', costUSD: null, accuracy: 1 })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [lm],
      floor: 0.5,
      budget: { usd: 1 },
    })
    await expect(optimizer.compile(program, { devset })).rejects.toThrow(
      'limit `budget.calls` instead',
    )
    expect(lm.asked).toHaveLength(1)
  })

  it("may also be the LM's own", async () => {
    const lm = quizLM({
      model: 'test/own',
      accuracy: 0.8,
      onCall: () => {
        if (lm.asked.length > 12) throw new BudgetExceededError('No more.')
      },
    })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [lm],
      floor: 0.8,
      concurrency: 1,
    })
    const { report } = await optimizer.compile(program, { devset })
    expect(report.candidates[0]).toMatchObject({ evaluated: 12, verdict: 'undecided' })
  })
})

describe('CheapestAdequate under bad circumstances', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('oh')
      },
    ],
    ['returns NaN', () => Number.NaN],
  ])('scores 0 for a row whose metric %s', async (_, fail) => {
    const metric = (gold: { question: string; answer: string }, prediction: { answer: string }) =>
      Number(gold.question) % 2 === 0 ? fail() : isRight(gold, prediction)
    const [, , large] = models()
    const optimizer = new CheapestAdequate({
      metric,
      models: [large],
      floor: 0.5,
      confidence: 0.999999,
    })
    const { report } = await optimizer.compile(program, { devset: quiz(20) })
    expect(report).toMatchObject({
      certified: true,
      candidates: [{ evaluated: 20, failed: 10, meanScore: 0.5 }],
    })
  })

  it('scores 0 for a row whose LM fails, and tries a model without a price last', async () => {
    const down = new MockLM(
      () => {
        throw new Error('down')
      },
      { model: 'test/down' },
    )
    const [, , large] = models()
    const optimizer = new CheapestAdequate({ metric: isRight, models: [down, large], floor: 0.5 })
    const { report } = await optimizer.compile(program, { devset })
    expect(report).toMatchObject({ choice: { self: 'test/large' }, certified: true })
    expect(report.candidates[0]).toMatchObject({
      meanScore: 0,
      failed: 5,
      verdict: 'not-needed',
      costPerExampleUSD: null,
    })
  })

  it('stops at an LM that is not usable at all', async () => {
    const unusable = new MockLM(() => {
      throw new LMConfigurationError('no key')
    })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [unusable],
      floor: 0.5,
      concurrency: 1,
    })
    await expect(optimizer.compile(program, { devset })).rejects.toThrow('no key')
    expect(unusable.requests).toHaveLength(1)
  })

  it('stops at an abort with the report so far', async () => {
    const controller = new AbortController()
    const lm = quizLM({
      model: 'test/model',
      accuracy: 0.8,
      onCall: (question) => {
        if (lm.asked.length === 9) controller.abort(`at ${question}`)
      },
    })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [lm],
      floor: 0.8,
      concurrency: 1,
    })
    const error: unknown = await optimizer
      .compile(program, { devset, signal: controller.signal })
      .catch((caught) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({
      partial: { choice: {}, certified: false, calls: 9, candidates: [{ evaluated: 8 }] },
    })
    expect(lm.asked).toHaveLength(9)
  })

  it('makes no call when the signal has fired already', async () => {
    const [nano] = models()
    const optimizer = new CheapestAdequate({ metric: isRight, models: [nano], floor: 0.8 })
    await expect(
      optimizer.compile(program, { devset, signal: AbortSignal.abort() }),
    ).rejects.toThrow(AbortError)
    expect(nano.asked).toHaveLength(0)
  })

  it('objects to an empty devset', async () => {
    const optimizer = new CheapestAdequate({ metric: isRight, models: models(), floor: 0.8 })
    await expect(optimizer.compile(program, { devset: [] })).rejects.toThrow(EmptyDatasetError)
  })

  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 60 }],
    ['dollars', { usd: 0.2 }],
  ])('ends the same when it is killed anywhere and resumed (%s)', async (_, budget) => {
    const compile = (control?: { checkpoint: string }) =>
      new CheapestAdequate({ metric: isRight, models: models(), floor: 0.8 }).compile(program, {
        devset,
        budget,
        ...control,
      })
    await expectSameWhereverCut(compile)
  })

  it('ends when its seconds are over', async () => {
    const slow = models().map((lm) => ({
      ...lm,
      model: lm.model,
      stream: lm.stream.bind(lm),
      generate: async (request: LMRequest) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        return lm.generate(request)
      },
    }))
    const optimizer = new CheapestAdequate({ metric: isRight, models: slow, floor: 0.8 })
    const { report } = await optimizer.compile(program, { devset, budget: { seconds: 0.02 } })
    expect(report).toMatchObject({ certified: false, budgetExhausted: true })
  })

  it('tells the price of the program without that of a metric that asks an LM', async () => {
    const judge = new MockLM({ verdict: 'good' }, { costUSD: 1 })
    const judging = new Predict('answer -> verdict')
    const metric = async (_: object, { answer }: { answer: string }): Promise<boolean> =>
      (await judging({ answer })).verdict === 'good'
    const optimizer = new CheapestAdequate({ metric, models: models(), floor: 0.5 })
    const { report } = await context({ lm: judge }, () => optimizer.compile(program, { devset }))
    expect(report.candidates[0]?.costPerExampleUSD).toBeLessThan(0.5)
    expect(report.costUSD).toBeGreaterThan(1)
  })
})
