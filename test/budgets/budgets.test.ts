import type { CompileBudget } from '@ockham/optimizers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyOptimizer } from '../optimizing/every-optimizer.ts'
import { questions } from '../optimizing/questions.ts'
import { twoSteps } from '../optimizing/two-steps.ts'
import { type Behaviour, type Bill, chargingLM } from './charging-lm.ts'

const numRuns = Number(process.env['OCKHAM_BUDGETS'] ?? 40)
// What adding up floating-point numbers may be off by.
const rounding = 1e-8

/** One compile. */
interface Scene {
  readonly calls: number | undefined
  /** In parts of what a hundred of the dearest calls cost. */
  readonly usd: number | undefined
  readonly concurrency: number
  readonly seed: number
  readonly sizes: { readonly train: number; readonly val: number; readonly test: number }
  readonly student: Behaviour
  readonly writer: Behaviour
}

const behaviour = fc.record<Behaviour>({
  price: fc.record({
    input: fc.constantFrom(0, 0.05, 2.5, 15),
    output: fc.constantFrom(0, 0.4, 10, 75),
  }),
  maxTokens: fc.integer({ min: 0, max: 2000 }),
  failures: fc.constantFrom(0, 5, 20),
  silences: fc.constantFrom(0, 0, 0, 5),
  nonsense: fc.constantFrom(0, 5),
  seed: fc.nat(),
})

const scene = fc.record<Scene>({
  calls: fc.option(
    fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 250 }),
    ),
    { nil: undefined },
  ),
  usd: fc.option(
    fc.oneof(
      fc.constant(1e-9),
      fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
    ),
    { nil: undefined },
  ),
  concurrency: fc.integer({ min: 1, max: 16 }),
  seed: fc.nat(),
  sizes: fc.record({
    // SIMBA wants four examples for a step, beside those held back.
    train: fc.integer({ min: 8, max: 12 }),
    val: fc.integer({ min: 0, max: 8 }),
    test: fc.integer({ min: 0, max: 4 }),
  }),
  student: behaviour,
  writer: behaviour,
})

/** The budget in calls and dollars. */
function budgetOf({ calls, usd, student, writer }: Scene): CompileBudget | undefined {
  const dearest = Math.max(
    ...[student, writer].map(
      ({ price, maxTokens }) => (1000 * price.input + maxTokens * price.output) / 1e6,
    ),
    1e-9,
  )
  if (calls === undefined && usd === undefined) return undefined
  return {
    ...(calls === undefined ? {} : { calls }),
    ...(usd === undefined ? {} : { usd: 100 * usd * dearest }),
  }
}

/** Compiles, runs what asks at its calls, and tells the report beside the bill. */
async function compile(optimizer: string, { concurrency, seed, sizes, ...scene }: Scene) {
  const bill: Bill = { calls: 0, usd: 0, unpriced: 0 }
  const lm = chargingLM('simulated/student', scene.student, bill)
  const promptModel = chargingLM('simulated/writer', scene.writer, bill)
  const { train, val, test } = sizes
  const isLazy = optimizer === 'KNNFewShot'
  const unbilled = chargingLM('simulated/student', scene.student, { ...bill })
  const asked = questions(100, 106)
  const budget = budgetOf({ concurrency, seed, sizes, ...scene })
  const making = { promptModel, concurrency, seed, finetune: { metric: () => 1 } }
  const { program, report } = (await everyOptimizer[optimizer]?.(making).compile(
    twoSteps(isLazy ? unbilled : lm),
    {
      trainset: questions(0, train),
      ...(val > 0 ? { valset: questions(20, 20 + val) } : {}),
      ...(test > 0 ? { testset: questions(40, 40 + test) } : {}),
      ...(isLazy ? { teacher: twoSteps(lm) } : {}),
      ...(budget ? { budget } : {}),
    },
  )) ?? { program: undefined, report: undefined }
  if (!program) throw new Error(`There is no ${optimizer}.`)
  if (isLazy) {
    await Promise.all(asked.map(({ question }) => program({ question }).catch(() => undefined)))
  }
  return { program, report, bill, budget }
}

describe.each(Object.keys(everyOptimizer))('%s', (optimizer) => {
  test('never exceeds a budget, tells what was truly used, and returns a program however little there is', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (given) => {
        const { program, report, bill, budget } = await compile(optimizer, given)
        expect(bill.calls).toBeLessThanOrEqual(budget?.calls ?? Number.POSITIVE_INFINITY)
        expect(bill.usd).toBeLessThanOrEqual(
          (budget?.usd ?? Number.POSITIVE_INFINITY) * (1 + rounding),
        )
        expect(report.calls).toBe(bill.calls)
        if (bill.unpriced > 0) expect(report.costUSD).toBe(null)
        else
          expect(Math.abs((report.costUSD ?? Number.NaN) - bill.usd)).toBeLessThanOrEqual(
            rounding * bill.usd,
          )
        expect(Object.keys(program.dumpState().predictors)).toEqual(['recall', 'solve'])
      }),
      { numRuns, seed: 20261121 },
    )
  })
})
