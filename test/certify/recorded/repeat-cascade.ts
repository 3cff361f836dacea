import { evaluate, type Module, Predict } from '@ockham/core'
import { CheapestAdequate } from '@ockham/optimizers'
import type { readTable } from './recorded-table.ts'

/** How selections of a cascade in many random orders went. */
export interface RepeatedCascade {
  /** Of the runs. */
  readonly certified: number
  /** Of the runs: what was certified is not adequate when all examples are run. */
  readonly errors: number
  /** The price of an example of what was chosen, as a part of the reference's: on all examples. */
  readonly price: number
  readonly dearest: number
  /** What was chosen, and how often. */
  readonly chosen: ReadonlyMap<string, number>
}

/** The models of a cascade, the reference last. */
export interface CascadeRepetition {
  readonly models: readonly string[]
  readonly tolerance: number
  readonly permutations: number
}

/** Runs a selection of cascades in as many orders as are asked for, and each choice on the whole table. */
export async function repeatCascade(
  table: ReturnType<typeof readTable>,
  { models, tolerance, permutations }: CascadeRepetition,
): Promise<RepeatedCascade> {
  const lms = table.lms().filter(({ model }) => models.includes(model))
  const reference = lms.find(({ model }) => model === models.at(-1))
  if (!reference) throw new Error(`The table has no ${models.at(-1)}.`)
  const truth = table.summary().find(({ model }) => model === reference.model)
  const devset = table.devset()
  const known = new Map<string, { score: number; costUSD: number }>()
  const chosen = new Map<string, number>()
  const prices: number[] = []
  let [certified, errors] = [0, 0]
  for (let seed = 0; seed < permutations; seed += 1) {
    const { program, report } = await new CheapestAdequate({
      metric: table.metric,
      models: lms,
      reference,
      tolerance,
      assignment: 'cascade',
      seed,
    }).compile(new Predict('example -> answer'), { devset })
    const name = report.chosen ?? ''
    const all = known.get(name) ?? (await onAll(program))
    known.set(name, all)
    chosen.set(name, (chosen.get(name) ?? 0) + 1)
    prices.push(all.costUSD / (truth?.costUSD ?? 0))
    if (report.certified) certified += 1
    if (report.certified && all.score < (truth?.meanScore ?? 1) - tolerance - 1e-9) errors += 1
  }
  const sum = prices.reduce((total, price) => total + price, 0)
  return {
    certified: certified / permutations,
    errors: errors / permutations,
    price: sum / permutations,
    dearest: Math.max(...prices),
    chosen,
  }

  async function onAll(program: Module<{ example: string }, { answer: string }>) {
    const { score, costUSD } = await evaluate(program, { devset, metric: table.metric })
    return { score, costUSD: costUSD ?? Number.NaN }
  }
}
