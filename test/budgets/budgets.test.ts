import { OptionError } from '@ockham/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyOptimizer } from '../optimizing/every-optimizer.ts'
import { everySelection } from '../optimizing/every-selection.ts'
import { compileScene, newBill } from './compile-scene.ts'
import { anyScene, type Scene } from './scene.ts'

/** Compiles of each optimizer; `OCKHAM_BUDGETS` sets another number. */
const numRuns = Number(process.env['OCKHAM_BUDGETS'] ?? 60)
const seed = Number(process.env['OCKHAM_BUDGETS_SEED'] ?? 20_261_121)
// What adding up floating-point numbers may be off by.
const rounding = 1e-8

async function expectKept(optimizer: string, scene: Scene, bill = newBill()): Promise<void> {
  const { program, report } = await compileScene(optimizer, scene, bill)
  const { calls = Number.POSITIVE_INFINITY, usd = Number.POSITIVE_INFINITY } = scene.budget
  expect(bill.calls).toBeLessThanOrEqual(calls)
  expect(bill.usd).toBeLessThanOrEqual(usd * (1 + rounding))
  expect(report.calls).toBe(bill.calls)
  if (bill.unpriced > 0) expect(report.costUSD).toBe(null)
  else
    expect(report.costUSD).toSatisfy(
      (told: unknown) =>
        typeof told === 'number' && Math.abs(told - bill.usd) <= rounding * bill.usd,
    )
  expect(Object.keys(program.dumpState().predictors)).toEqual(['recall', 'solve'])
}

describe.each(Object.keys(everySelection))('%s', (selection) => {
  test('never exceeds a budget, tells what was truly used, and says where it pays for no example', async () => {
    const property = fc.asyncProperty(anyScene, async (scene) => {
      // A search takes so many examples at least.
      fc.pre(scene.sizes.train + scene.sizes.val >= 12)
      const bill = newBill()
      try {
        await expectKept(selection, scene, bill)
      } catch (error) {
        if (!OptionError.is(error)) throw error
        expect(error.message).toContain('is too small to run a single example')
        const { calls = Number.POSITIVE_INFINITY, usd = Number.POSITIVE_INFINITY } = scene.budget
        expect(bill.calls).toBeLessThanOrEqual(calls)
        expect(bill.usd).toBeLessThanOrEqual(usd * (1 + rounding))
      }
    })
    await fc.assert(property, { numRuns, seed })
  })
})

describe.each(Object.keys(everyOptimizer))('%s', (optimizer) => {
  test('never exceeds a budget, tells what was truly used, and returns a program however little there is', async () => {
    const property = fc.asyncProperty(anyScene, (scene) => expectKept(optimizer, scene))
    await fc.assert(property, { numRuns, seed })
  })

  // LabeledFewShot calls no LM, and so looks at no budget.
  test.runIf(optimizer !== 'LabeledFewShot')(
    'takes a budget of nothing for a mistake, before any call',
    async () => {
      const [scene] = fc.sample(anyScene, { numRuns: 1, seed })
      if (!scene) throw new Error('There is no scene.')
      for (const budget of [{ calls: 0 }, { usd: 0 }]) {
        const bill = newBill()
        const compiling = compileScene(optimizer, { ...scene, budget }, bill)
        await expect(compiling).rejects.toThrow(OptionError)
        expect(bill.calls).toBe(0)
      }
    },
  )
})
