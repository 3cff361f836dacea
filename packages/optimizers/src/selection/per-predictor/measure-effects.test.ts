import { describe, expect, it } from 'vitest'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import { type ChainSearch, chainSearch } from './__fixtures__/chain-search.ts'
import { ChainWorld } from './__fixtures__/chain-world.ts'
import { findAnchor } from './find-anchor.ts'
import { measureEffects } from './measure-effects.ts'
import { SearchBudget } from './search-budget.ts'

async function measure(world: ChainWorld, search: ChainSearch) {
  const { runs, run } = chainSearch(world, search)
  const uniform = runs.selection.options.models.map((lm) => runs.uniform(lm))
  const anchor = await findAnchor(uniform, runs)
  if (anchor === undefined) throw new Error('Nothing was run.')
  const effects = await measureEffects(anchor, runs, new SearchBudget(run, 0.5))
  return { uniform, anchor, effects, run, runs }
}

describe('the effects of single changes', () => {
  it('are what exhaustive evaluation says of loss and price, for what is left of the race', async () => {
    const world = new ChainWorld(1)
    const count = 120
    const { effects } = await measure(world, { searchSize: count })
    const anchor = ['large', 'large', 'large']
    for (const [predictor, models] of effects.entries()) {
      expect(models[0]).toMatchObject({ lm: { model: 'large' }, loss: 0, variance: 0, price: 0 })
      for (const { lm, loss, price } of models.slice(1)) {
        const changed = anchor.with(predictor, lm.model)
        expect(loss).toBeCloseTo(world.score(anchor, count) - world.score(changed, count), 10)
        expect(price).toBeCloseTo(world.price(changed) - world.price(anchor), 10)
      }
    }
    const names = effects.map((models) => models.map(({ lm }) => lm.model))
    expect(names.map((found) => found.slice(1))).toEqual([
      expect.arrayContaining(['planner']),
      expect.arrayContaining(['solver']),
      expect.arrayContaining(['writer']),
    ])
  })

  it('are not measured to the end for models that lose far too much', async () => {
    const world = new ChainWorld(1)
    const { runs, anchor, effects } = await measure(world, { searchSize: 120 })
    const hopeless = runs.of(anchor.lms.with(0, world.lm('writer')))
    expect(hopeless.run.rows.length).toBeLessThanOrEqual(20)
    expect(effects[0]?.map(({ lm }) => lm.model)).not.toContain('writer')
  })

  it.each<[CompileBudget, number]>([
    [{ calls: 120 }, 120],
    [{ calls: 400 }, 400],
    [{ calls: 800 }, 800],
  ])('take at most about half of a budget of %o', async (budget, calls) => {
    const { run } = await measure(new ChainWorld(1), { searchSize: 120, budget })
    expect(run.spent.calls).toBeLessThanOrEqual(0.55 * calls)
    expect(run.spent.calls).toBeGreaterThan(0.3 * calls)
  })

  it.each([4, 12, 30])('take at most about half of a budget of %d dollars', async (usd) => {
    const { run } = await measure(new ChainWorld(1), { searchSize: 120, budget: { usd } })
    expect(run.spent.costUSD).toBeLessThanOrEqual(0.55 * usd)
  })

  it('are not known of models for which the budget did not suffice', async () => {
    const world = new ChainWorld(1)
    const { effects } = await measure(world, { searchSize: 120, budget: { calls: 60 } })
    expect(effects.map((models) => models.map(({ lm }) => lm.model))).toEqual([
      ['large'],
      ['large'],
      ['large'],
    ])
  })
})

describe('the anchor', () => {
  it('is the reference', async () => {
    const { anchor, runs } = await measure(new ChainWorld(1), { searchSize: 60 })
    expect(anchor.run).toBe(runs.selection.reference)
  })

  it('is with a floor the model that does best, and of equal ones the cheapest', async () => {
    const sure = { plan: 1, solve: 1, write: 1 }
    const world = new ChainWorld(1, {
      dear: { costUSD: 0.2, skill: sure },
      equal: { costUSD: 0.1, skill: sure },
      poor: { costUSD: 0.01, skill: { plan: 0.8, solve: 0.8, write: 0.8 } },
    })
    const { anchor, uniform } = await measure(world, { searchSize: 120, floor: 0.7 })
    expect(anchor.run.name).toBe('equal')
    expect(uniform[2]?.run.rows.length).toBeLessThan(120)
  })
})
