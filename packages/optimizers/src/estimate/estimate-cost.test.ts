import {
  AbortError,
  cached,
  Embedder,
  EmptyDatasetError,
  type LM,
  Module,
  OptionError,
  Predict,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import { BetterTogether } from '../combine/better-together.ts'
import { COPRO } from '../copro/copro.ts'
import { BootstrapFewShot } from '../demos/bootstrap-few-shot.ts'
import { BootstrapFewShotWithRandomSearch } from '../demos/bootstrap-random-search.ts'
import { KNNFewShot } from '../demos/knn-few-shot.ts'
import { LabeledFewShot } from '../demos/labeled-few-shot.ts'
import { CheapestAdequate } from '../selection/cheapest-adequate.ts'
import { SIMBA } from '../simba/simba.ts'
import { estimateCost } from './estimate-cost.ts'

type Student = Predict<'question -> answer'>
type Answer = { answer: string }

function programWith(lm: LM): Student {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

const data = { trainset: quiz(10), valset: quiz(20).slice(10), testset: quiz(25).slice(20) }
const promptModel = new MockLM(['never asked'])
const copro = new COPRO<Question, Answer>({ metric: isRight, breadth: 3, depth: 2, promptModel })
/** 1 candidate and 5 proposals on 10 examples, and 5 of the testset twice. */
const [evaluations, prompts] = [70, 5]

describe('estimateCost', () => {
  it('runs a few examples and tells calls and dollars of a whole compile, and what was left out', async () => {
    const lm = hintedLM()
    const estimate = await estimateCost(copro, programWith(lm), data)
    expect(lm.requests).toHaveLength(3)
    expect(promptModel.requests).toHaveLength(0)
    expect(estimate).toMatchObject({
      evaluations,
      prompts,
      calls: evaluations + prompts,
      costUSD: expect.closeTo(evaluations / 1000),
      affordable: 1,
      sampled: { runs: 3, errors: 0, calls: 3, costUSD: expect.closeTo(0.003) },
    })
    expect(estimate.seconds).toBeGreaterThan(0)
    expect(estimate.atMost.seconds).toBeGreaterThanOrEqual(estimate.seconds ?? Number.NaN)
  })

  it('asks nothing without examples, and then knows counts only', async () => {
    const lm = hintedLM()
    const estimate = await estimateCost(copro, programWith(lm), { ...data, examples: 0 })
    expect(lm.requests).toHaveLength(0)
    const unknown = { calls: null, costUSD: null, seconds: null }
    expect(estimate).toEqual({
      ...unknown,
      evaluations,
      prompts,
      atMost: unknown,
      affordable: 1,
      sampled: { runs: 0, errors: 0, calls: 0, costUSD: 0 },
    })
  })

  it('takes the mean of the runs for what is likely, and the dearest one for the most', async () => {
    // Half of the questions are asked once more.
    class Repeating extends Module<{ question: string }, Answer> {
      answer = new Predict('question -> answer')
      override async forward({ question }: { question: string }): Promise<Answer> {
        if (Number(question) % 2 === 0) await this.answer({ question })
        return this.answer({ question })
      }
    }
    const program = new Repeating()
    program.setLM(hintedLM())
    const estimate = await estimateCost(copro, program, { ...data, examples: 10 })
    expect(estimate.calls).toBe(1.5 * evaluations + prompts)
    expect(estimate.costUSD).toBeCloseTo((1.5 * evaluations) / 1000)
    expect(estimate.atMost.calls).toBe(2 * evaluations + prompts)
    expect(estimate.atMost.costUSD).toBeCloseTo((2 * evaluations) / 1000)
  })

  it('stays within the budget, and tells for how much of the work that is enough', async () => {
    const program = programWith(hintedLM())
    const half = { ...data, budget: { usd: 0.035, calls: 1000 } }
    const byDollars = await estimateCost(copro, program, half)
    expect(byDollars.affordable).toBeCloseTo(0.5)
    expect(byDollars.costUSD).toBeCloseTo(0.035)
    expect(byDollars.atMost.costUSD).toBeCloseTo(0.035)
    expect(byDollars.evaluations).toBe(evaluations)
    const byCalls = await estimateCost(copro, program, { ...data, budget: { calls: 15 } })
    expect(byCalls).toMatchObject({ calls: 15, costUSD: expect.closeTo(0.014), affordable: 0.2 })
    const bySeconds = await estimateCost(copro, program, { ...data, budget: { seconds: 1e-9 } })
    expect(bySeconds.seconds).toBeCloseTo(1e-9, 12)
  })

  it('knows no dollars where a price is not known', async () => {
    const lm = new MockLM({ answer: 'x' }, { costUSD: null })
    const estimate = await estimateCost(copro, programWith(lm), data)
    expect(estimate.costUSD).toBeNull()
    expect(estimate.sampled.costUSD).toBeNull()
    expect(estimate.calls).toBe(evaluations + prompts)
  })

  it('is not deceived by replies that a cache held', async () => {
    const lm = cached(hintedLM())
    const first = await estimateCost(copro, programWith(lm), data)
    const again = await estimateCost(copro, programWith(lm), data)
    expect(first.costUSD).toBeCloseTo(evaluations / 1000)
    expect(again).toMatchObject({ calls: first.calls, costUSD: null, seconds: null })
    expect(again.sampled).toMatchObject({ runs: 3, calls: 0, costUSD: 0 })
  })

  it('prices the runs of a teacher by the teacher', async () => {
    const teacher = programWith(new MockLM({ answer: 'x' }, { costUSD: 0.1 }))
    const program = programWith(hintedLM())
    const options = { metric: isRight, numCandidatePrograms: 0 }
    const search = new BootstrapFewShotWithRandomSearch<Question, Answer>(options)
    const estimate = await estimateCost(search, program, { ...data, teacher })
    expect(estimate.costUSD).toBeCloseTo(10 * 0.1 + (3 * 10 + 2 * 5) * 0.001)
    expect(estimate.sampled).toMatchObject({ runs: 6, calls: 6 })
    const alone = await estimateCost(search, program, data)
    expect(alone.costUSD).toBeCloseTo(50 * 0.001)
  })

  it('tells of runs that fail, and throws what would fail every run', async () => {
    const failing = new MockLM(() => Promise.reject(new Error('down')))
    const estimate = await estimateCost(copro, programWith(failing), data)
    expect(estimate.sampled).toMatchObject({ runs: 3, errors: 3 })
    await expect(estimateCost(copro, new Predict('question -> answer'), data)).rejects.toThrow('LM')
  })

  it('can be aborted, and refuses options and data as a compile does', async () => {
    const program = programWith(hintedLM())
    const signal = AbortSignal.abort()
    await expect(estimateCost(copro, program, { ...data, signal })).rejects.toThrow(AbortError)
    await expect(estimateCost(copro, program, { ...data, examples: -1 })).rejects.toThrow(
      OptionError,
    )
    const twice = { ...data, valset: data.trainset }
    await expect(estimateCost(copro, program, twice)).rejects.toThrow('valset')
    const none = { trainset: [] }
    await expect(estimateCost(copro, program, none)).rejects.toThrow(EmptyDatasetError)
  })
})

describe('the plan of an optimizer', () => {
  it('is empty where no LM is called, and then nothing is tried', async () => {
    const lm = hintedLM()
    const embedder = new Embedder((texts: readonly string[]) => texts.map(() => [1]))
    for (const optimizer of [
      new LabeledFewShot(),
      new KNNFewShot<Question, Answer>({ k: 2, embedder }),
    ]) {
      const estimate = await estimateCost(optimizer, programWith(lm), { trainset: data.trainset })
      expect(estimate).toMatchObject({
        evaluations: 0,
        prompts: 0,
        calls: 0,
        costUSD: 0,
        seconds: 0,
      })
    }
    expect(lm.requests).toHaveLength(0)
  })

  it('of a choice of models is every model on the whole devset', async () => {
    const models = [hintedLM('one/model'), hintedLM('two/model')]
    const reference = hintedLM('big/model')
    const devset = quiz(12)
    const optimizer = new CheapestAdequate<Question, Answer>({ metric: isRight, models, reference })
    const program = new Predict('question -> answer')
    expect(optimizer.plan(program, { devset }).evaluations).toBe(36)
    await optimizer.compile(program, { devset })
    const calls = [...models, reference].reduce((sum, { requests }) => sum + requests.length, 0)
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThanOrEqual(36)
    const floor = new CheapestAdequate<Question, Answer>({ metric: isRight, models, floor: 0.5 })
    expect(floor.plan(program, { devset }).evaluations).toBe(24)
    expect(() => floor.plan(program, { devset: [] })).toThrow(EmptyDatasetError)
    const each = new CheapestAdequate<Question, Answer>({
      metric: isRight,
      models,
      reference,
      assignment: 'per-predictor',
    })
    // Four examples to search on: two models on all predictors and at the only one, and 15 plans; three tests on the others.
    expect(each.plan(program, { devset }).evaluations).toBe((2 * 2 + 15) * 4 + 3 * 8 + 12)
  })

  it('throws what a compile would throw for such data', () => {
    const program = programWith(hintedLM())
    const simba = new SIMBA<Question, Answer>({ metric: isRight, promptModel, bsize: 9 })
    expect(() => simba.plan(program, { trainset: data.trainset })).toThrow('bsize')
    expect(() => copro.plan(program, { trainset: quiz(1) })).toThrow('valset')
    expect(() => new BootstrapFewShot().plan(program, { trainset: [] })).toThrow(EmptyDatasetError)
    const unplanned = { compile: new LabeledFewShot().compile }
    const sequence = new BetterTogether<Question, Answer>({
      metric: isRight,
      optimizers: { mine: unplanned },
    })
    expect(() => sequence.plan(program, data)).toThrow('`mine`')
  })
})
