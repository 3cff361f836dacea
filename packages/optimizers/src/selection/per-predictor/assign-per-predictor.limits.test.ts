import { AbortError, OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../../__fixtures__/cut-anywhere.ts'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { Chain, chainLM, isDone, steps, tasks } from './__fixtures__/chain.ts'
import { ChainWorld, specialists } from './__fixtures__/chain-world.ts'

const size = 60
const tolerance = 0.2

interface Selecting {
  budget?: CompileBudget
  concurrency?: number
  signal?: AbortSignal
  checkpoint?: string
  floor?: number
  count?: number
}

function select(world: ChainWorld, selecting: Selecting) {
  const { budget, concurrency = 8, signal, checkpoint, floor, count = size } = selecting
  const wanted = floor === undefined ? { reference: world.lm('large'), tolerance } : { floor }
  return new CheapestAdequate({
    metric: isDone,
    models: world.lms,
    ...wanted,
    concurrency,
    assignment: 'per-predictor',
  }).compile(new Chain(), {
    devset: tasks(count),
    date: new Date(0),
    ...(budget ? { budget } : {}),
    ...(signal ? { signal } : {}),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  })
}

describe.each([
  ['a reference', {}],
  ['a floor', { floor: 0.8 }],
])('the budget of a model for each predictor with %s', (_, wanted) => {
  it.each([3, 10, 40, 100, 200, 400, 800])('of %i calls is not exceeded', async (calls) => {
    const world = new ChainWorld(1)
    const { report } = await select(world, { ...wanted, budget: { calls } })
    expect(world.asked).toBeLessThanOrEqual(calls)
    expect(report.calls).toBe(world.asked)
    expect(Object.keys(report.choice)).toEqual([...steps])
    if (report.certified) expect(report.certificate?.candidate).toBe(report.chosen)
  })

  it.each([0.4, 2, 6, 20])('of %d dollars is not exceeded', async (usd) => {
    const world = new ChainWorld(1)
    const { report } = await select(world, { ...wanted, budget: { usd } })
    expect(report.costUSD).toBeLessThanOrEqual(usd)
    expect(Object.keys(report.choice)).toEqual([...steps])
  })

  it('that pays for no example is an error that says so', async () => {
    const compile = select(new ChainWorld(1), { ...wanted, budget: { calls: 2 } })
    await expect(compile).rejects.toThrow(OptionError)
  })
})

describe('a model for each predictor', () => {
  it.each([
    [600, false],
    [1800, true],
  ])(
    'of %i calls keeps enough for the tests to certify something: %s',
    async (calls, certified) => {
      const { report } = await select(new ChainWorld(1), { budget: { calls }, count: 240 })
      expect(report.certified).toBe(certified)
    },
  )

  it('stops at an abort with the report so far', async () => {
    const controller = new AbortController()
    const { large, planner } = specialists
    const world = new ChainWorld(1, {
      ...(planner ? { planner } : {}),
      ...(large ? { large } : {}),
    })
    let calls = 0
    const models = world.lms.map(({ model }) =>
      chainLM({
        model,
        costUSD: model === 'large' ? 0.1 : 0.01,
        knows: (step, task) => world.knows(model, step, task),
        onCall: () => {
          calls += 1
          if (calls === 100) controller.abort()
        },
      }),
    )
    const [, reference] = models
    if (reference === undefined) throw new Error('There are two models.')
    const error: unknown = await new CheapestAdequate({
      metric: isDone,
      models,
      reference,
      assignment: 'per-predictor',
      concurrency: 1,
    })
      .compile(new Chain(), { devset: tasks(size), signal: controller.signal })
      .catch((caught) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ partial: { choice: {}, certified: false, calls: 100 } })
    expect(calls).toBe(100)
  })

  it.each<[string, Selecting]>([
    ['a reference', {}],
    ['a floor', { floor: 0.8 }],
    ['a budget of calls', { budget: { calls: 300 } }],
    ['a budget of dollars', { budget: { usd: 6 } }],
  ])(
    'ends the same when it is killed anywhere and resumed, with %s',
    async (_, selecting) => {
      const world = new ChainWorld(1)
      await expectSameWhereverCut((control) => select(world, { ...selecting, ...control }))
    },
    120_000,
  )

  it.each<[string, Selecting]>([
    ['no budget', {}],
    ['a budget of calls', { budget: { calls: 300 } }],
    ['a budget of dollars', { floor: 0.8, budget: { usd: 6 } }],
  ])('is the same however many examples run side by side, with %s', async (_, selecting) => {
    const reports = await Promise.all(
      [1, 3, 50].map(async (concurrency) => {
        const { report } = await select(new ChainWorld(1), { ...selecting, concurrency })
        return report
      }),
    )
    expect(reports[1]).toEqual(reports[0])
    expect(reports[2]).toEqual(reports[0])
  })

  it('works on the fewest examples that it takes, and objects to fewer', async () => {
    const { report } = await select(new ChainWorld(1), { count: 12 })
    expect(Object.keys(report.choice)).toEqual([...steps])
    await expect(select(new ChainWorld(1), { count: 11 })).rejects.toThrow('at least 12')
  })
})
