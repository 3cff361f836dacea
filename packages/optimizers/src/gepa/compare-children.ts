import type { Module } from '@ockham/core'
import { sequentialAcceptance } from '../racing/sequential-acceptance.ts'
import { derivedRandom } from '../random/derived-random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { evaluateAll, sumOfScores } from './evaluate-all.ts'
import type { ResolvedGEPA } from './gepa-options.ts'
import type { Pool } from './pool.ts'

/** A proposal is tried on at most so many minibatches, and examples, before its validation. */
const mostMinibatches = 4
export const largestComparison = 20

/** A mutation under way: whose, on what, and what its parent did. */
export interface Attempt<Program, Gold extends object> {
  readonly slot: number
  readonly parent: number
  readonly examples: readonly Gold[]
  readonly before: readonly Evaluation[]
  readonly program: Program
}

/** A mutation that was compared with its parent, by the sums of their scores. */
export interface Decided<Program, Gold extends object> {
  readonly attempt: Attempt<Program, Gold>
  readonly before: number
  readonly after: number
  readonly isAccepted: boolean
}

/** With what children are compared with their parents. */
export interface Comparison<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
> {
  readonly run: CompileRun<Gold, Outputs>
  readonly trainset: readonly Gold[]
  readonly options: ResolvedGEPA<Gold, Outputs>
  readonly pool: Pool<Program, Gold, Outputs>
}

/**
 * Compares children with their parents, side by side, on more and more examples until it is clear which is better;
 * those that the budget leaves undecided are left out.
 */
export async function compareChildren<
  Program extends Module<never, Outputs>,
  Gold extends object,
  Outputs extends object,
>(
  attempts: readonly Attempt<Program, Gold>[],
  iteration: number,
  { run, trainset, options, pool }: Comparison<Program, Gold, Outputs>,
): Promise<Decided<Program, Gold>[]> {
  const { acceptance, reflectionMinibatchSize, seed, proposals } = options
  const cap = Math.min(
    mostMinibatches * reflectionMinibatchSize,
    largestComparison,
    trainset.length,
  )
  const sizes = { minibatchSize: Math.min(reflectionMinibatchSize, cap), cap }
  const decided: Decided<Program, Gold>[] = []
  let open = attempts.map((attempt) => {
    // What is tried next was not learned from; which examples it is depends on the step alone.
    const random = derivedRandom(seed + 1, iteration * proposals + attempt.slot)
    const others = shuffle(
      trainset.filter((gold) => !attempt.examples.includes(gold)),
      random,
    )
    return { attempt, order: [...attempt.examples, ...others] }
  })
  for (
    let seen = sizes.minibatchSize;
    open.length > 0;
    seen = Math.min(cap, seen + sizes.minibatchSize)
  ) {
    const works = open.flatMap(({ attempt, order }) =>
      [pool.members[attempt.parent]?.program, attempt.program].map((program) => ({
        program,
        examples: order.slice(0, seen),
      })),
    )
    const results = await evaluateAll(run, works)
    open = open.filter(({ attempt }, index) => {
      const [own = [], child = []] = [results[2 * index], results[2 * index + 1]]
      if (Math.min(own.length, child.length) < seen) return false
      const [before, after] = [sumOfScores(own), sumOfScores(child)]
      const differences = child.map(({ score }, place) => score - (own[place]?.score ?? 0))
      const verdict =
        acceptance === 'strict'
          ? strictAcceptance(differences)
          : sequentialAcceptance(differences, sizes)
      if (verdict === 'continue') return true
      decided.push({ attempt, before, after, isAccepted: verdict === 'accept' })
      return false
    })
  }
  return decided
}

/** GEPA's own rule: better by anything on the first minibatch. */
function strictAcceptance(differences: readonly number[]): 'accept' | 'reject' {
  return differences.reduce((total, difference) => total + difference, 0) > 0 ? 'accept' : 'reject'
}
