import type { CompileBudget } from '@ockham/optimizers'
import fc from 'fast-check'
import type { Behaviour } from './charging-lm.ts'

/** What there is to compile, and for how much. */
export interface Scene {
  readonly budget: CompileBudget
  readonly concurrency: number
  readonly seed: number
  /** Numbers of examples. */
  readonly sizes: { readonly train: number; readonly val: number; readonly test: number }
  /** The LM of the program. */
  readonly student: Behaviour
  /** The LM that writes instructions. */
  readonly writer: Behaviour
}

// About the tokens of a prompt.
const promptTokens = 1000
const million = 1e6

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

const calls = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 250 }),
)

/** Dollars, as the number of the dearest calls that they pay for. */
const dearestCalls = fc.oneof(
  fc.constant(1e-9),
  fc.double({ min: 0.01, max: 5, noNaN: true }),
  fc.double({ min: 1, max: 300, noNaN: true }),
)

const absent = { nil: undefined }

/** Any scene, from one that pays for nothing at all to one that pays for everything. */
export const anyScene: fc.Arbitrary<Scene> = fc
  .record({
    calls: fc.option(calls, absent),
    dearestCalls: fc.option(dearestCalls, absent),
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
  .map(({ calls, dearestCalls, ...scene }) => {
    const dearest = Math.max(costOf(scene.student), costOf(scene.writer), 1e-9)
    const budget = {
      ...(calls === undefined ? {} : { calls }),
      ...(dearestCalls === undefined ? {} : { usd: dearestCalls * dearest }),
    }
    return { ...scene, budget }
  })

function costOf({ price, maxTokens }: Behaviour): number {
  return (promptTokens * price.input + maxTokens * price.output) / million
}
