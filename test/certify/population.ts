import type { Random } from '../fuzz/random.ts'
import { inOrder } from '../worlds/in-order.ts'
import type { Distribution } from './distributions.ts'

/** Scores of all candidates on the same examples. */
export interface Population {
  readonly candidates: readonly Float64Array[]
  /** The scores of a reference, where candidates are compared with one. */
  readonly reference?: Float64Array
}

/** How a population is made. */
export interface PopulationOptions {
  readonly distribution: Distribution
  readonly size: number
  readonly candidates: number
  readonly random: Random
}

/** Candidates that know nothing of each other. */
export function independent(options: PopulationOptions): Population {
  return { candidates: columns(options, () => scores(options)) }
}

/** Candidates that find the same examples hard. */
export function sharedDifficulty(options: PopulationOptions): Population {
  const { size, random } = options
  const difficulty = Float64Array.from({ length: size }, () => random.next())
  const candidates = columns(options, () => {
    const examples = Array.from(difficulty, (hard, example) => ({
      example,
      hard: hard + 0.5 * random.next(),
    }))
    const best = scores(options).toSorted().toReversed()
    const column = new Float64Array(size)
    for (const [rank, { example }] of inOrder(examples, ({ hard }) => hard).entries()) {
      column[example] = best[rank] ?? 0
    }
    return column
  })
  return { candidates }
}

/** Candidates that differ from a reference on a part of the examples, where they lose more than they win. */
export function paired(options: PopulationOptions, discordance: number): Population {
  const { size, random } = options
  const reference = scores(options)
  const losses = (discordance + Math.min(discordance, 0.05)) / (2 * discordance)
  const candidates = columns(options, () => {
    const column = reference.slice()
    const examples = inOrder([...reference.keys()], () => random.next())
    for (const example of examples.slice(0, Math.round(discordance * size))) {
      column[example] = otherScore(options, reference[example] ?? 0, random.next() < losses)
    }
    return column
  })
  return { candidates, reference }
}

/** A score apart from the reference's; below it or above it as asked, if the distribution has such. */
function otherScore(
  { distribution, random }: PopulationOptions,
  theirs: number,
  lost: boolean,
): number {
  let other = theirs
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const score = distribution.draw(random)
    if (score !== theirs) other = score
    if (lost ? score < theirs : score > theirs) break
  }
  return other
}

function columns(options: PopulationOptions, column: () => Float64Array): Float64Array[] {
  return Array.from({ length: options.candidates }, column)
}

function scores({ distribution, size, random }: PopulationOptions): Float64Array {
  return Float64Array.from({ length: size }, () => distribution.draw(random))
}
