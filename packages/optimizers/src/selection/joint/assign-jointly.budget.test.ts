import { Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { isRight } from '../../__fixtures__/quiz.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { callsOf, copro, devset, pupils, trainset, writer } from './__fixtures__/pupils.ts'
import { instructing } from './__fixtures__/tuners.ts'

const program = new Predict('question -> answer')
const joint = { metric: isRight, assignment: 'joint' } as const

describe('the budget of models and prompts together', () => {
  it('counts what tuners spend, to the call and the dollar', async () => {
    const [lms, promptModel] = [pupils(), writer()]
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms,
      floor: 0.8,
      tuners: { copro: copro(promptModel) },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    const [, tuning] = report.prompts ?? []
    expect(tuning?.calls).toBeGreaterThan(promptModel.requests.length)
    expect(promptModel.requests.length).toBeGreaterThan(0)
    expect(report.calls).toBe(callsOf(lms) + promptModel.requests.length)
    const asked = lms.flatMap((lm) => lm.asked)
    const spent = asked.reduce((sum, { costUSD }) => sum + costUSD, 0)
    expect(report.costUSD).toBeCloseTo(spent + 0.01 * promptModel.requests.length, 9)
  })

  it.each([12, 40, 90, 150, 300])('of %i calls is not exceeded', async (calls) => {
    const [lms, promptModel] = [pupils(), writer()]
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms,
      floor: 0.8,
      tuners: { copro: copro(promptModel) },
    })
    const { report } = await optimizer.compile(program, { devset, trainset, budget: { calls } })
    const made = callsOf(lms) + promptModel.requests.length
    expect(made).toBeLessThanOrEqual(calls)
    expect(report.calls).toBe(made)
    const tuning = (report.prompts ?? []).reduce((sum, prompt) => sum + prompt.calls, 0)
    expect(tuning).toBeLessThanOrEqual(calls / 3)
  })

  it.each([0.2, 0.6, 2])('of %d dollars is not exceeded', async (usd) => {
    const lms = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms.slice(0, 2),
      reference: lms[2],
      tolerance: 0.2,
    })
    const { report } = await optimizer.compile(program, { devset, trainset, budget: { usd } })
    const spent = lms.flatMap(({ asked }) => asked).reduce((sum, { costUSD }) => sum + costUSD, 0)
    expect(spent).toBeLessThanOrEqual(usd)
    expect(report.costUSD).toBeCloseTo(spent, 9)
  })

  it('leaves each tuner an even part of a third of it', async () => {
    const [first, second] = [
      instructing('Think twice.', { calls: 5, costUSD: 0 }),
      instructing('Hurry.'),
    ]
    const [, , large] = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: pupils().slice(0, 2),
      reference: large,
      tolerance: 0.2,
      tuners: { demos: instructing('', { calls: 9, costUSD: 0 }), first, second },
      budget: { calls: 300 },
    })
    await optimizer.compile(program, { devset, trainset })
    expect(first.told[0]?.budget).toEqual({ calls: 45 })
    expect(second.told[0]?.budget).toEqual({ calls: 86 })
  })

  it('is used up by a tuner that took more, so that nothing else is called', async () => {
    const [nano, small, large] = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: [nano, small],
      reference: large,
      tuners: { demos: instructing('Hurry.', { calls: 500, costUSD: 0 }) },
      budget: { calls: 300 },
    })
    await expect(optimizer.compile(program, { devset, trainset })).rejects.toThrow(
      'too small to run a single example',
    )
    expect(callsOf([nano, small, large])).toBe(0)
  })

  it('leaves room for a certificate: a search that has taken most of it ends', async () => {
    const [nano, small, large] = pupils()
    const optimizer = new CheapestAdequate({ ...joint, models: [nano, small, large], floor: 0.6 })
    const budget = { calls: 260 }
    const { report } = await optimizer.compile(program, { devset, trainset, budget })
    expect(report).toMatchObject({ certified: true, budgetExhausted: false })
    expect(report.candidates.some(({ evaluated }) => evaluated === 0)).toBe(true)
  })

  it('ends when its seconds are over', async () => {
    const optimizer = new CheapestAdequate({
      ...joint,
      models: pupils({ delay: () => 5 }),
      floor: 0.8,
      budget: { seconds: 0.1 },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ certified: false, budgetExhausted: true })
  })
})
