import type { Random } from '../random/random.ts'
import { weightedIndex } from '../random/weighted-index.ts'
import { ancestorsOf } from './ancestors-of.ts'
import {
  type Components,
  isComplementary,
  type MergeParent,
  mergeComponents,
} from './merge-components.ts'

/** A candidate with where it came from. */
export interface MergeCandidate extends MergeParent {
  /** The rows of the candidates it was made from; none for the first. */
  readonly parents: readonly number[]
}

/** A child of two candidates. Plain data, to be kept with the others that were tried. */
export interface Merge {
  /** Rows of the parents, in ascending order. */
  readonly parents: readonly [number, number]
  readonly ancestor: number
  readonly components: Components
}

/** From what a merge is chosen. */
export interface MergeChoice {
  readonly candidates: readonly MergeCandidate[]
  /** Rows that may become parents: those of the Pareto front. */
  readonly survivors: readonly number[]
  /** Merges of this run so far, also those that were no better. */
  readonly tried: readonly Merge[]
  readonly random: Random
}

/** Two parents with the ancestors their merge may go back to. */
interface Pair {
  readonly rows: readonly [number, number]
  readonly parents: readonly [MergeParent, MergeParent]
  readonly ancestors: readonly number[]
}

/**
 * A merge that is worth a try, or undefined when there is none. Parents are two survivors of which neither
 * descends from the other, with an ancestor no better than either, from which they changed different things;
 * a common ancestor is drawn in proportion to its score. As GEPA does, but every pair is looked at instead
 * of a hundred tries, and what repeats an earlier child or an existing candidate is left out.
 */
export function mergeCandidates(choice: MergeChoice): Merge | undefined {
  const { candidates, tried, random } = choice
  const open = pairs(choice)
  while (open.length > 0) {
    const [pair] = open.splice(random.below(open.length), 1)
    if (pair === undefined) break
    const merge = mergePair(pair, choice)
    const known = [...candidates, ...tried].some(({ components }) =>
      sameComponents(components, merge.components),
    )
    if (!known) return merge
  }
  return undefined
}

function mergePair({ rows, parents, ancestors }: Pair, { candidates, random }: MergeChoice): Merge {
  const weights = ancestors.map((row) => candidates[row]?.score ?? 0)
  const drawn = weightedIndex(weights, random) ?? random.below(ancestors.length)
  const ancestor = ancestors[drawn] ?? 0
  const original = candidates[ancestor]?.components ?? {}
  return { parents: rows, ancestor, components: mergeComponents(parents, original, random) }
}

function pairs(choice: MergeChoice): Pair[] {
  const rows = choice.survivors.toSorted((one, other) => one - other)
  return rows.flatMap((first, place) =>
    rows.slice(place + 1).flatMap((second) => pair([first, second], choice) ?? []),
  )
}

function pair(rows: readonly [number, number], choice: MergeChoice): Pair | undefined {
  const { candidates, tried } = choice
  const [first, second] = [candidates[rows[0]], candidates[rows[1]]]
  if (first === undefined || second === undefined) return undefined
  const [ofFirst, ofSecond] = [ancestorsOf(rows[0], candidates), ancestorsOf(rows[1], candidates)]
  if (ofFirst.has(rows[1]) || ofSecond.has(rows[0])) return undefined
  const ancestors = [...ofFirst].filter((row) => {
    const ancestor = candidates[row]
    if (ancestor === undefined || !ofSecond.has(row)) return false
    if (ancestor.score > Math.min(first.score, second.score)) return false
    const used = tried.some(
      (merge) =>
        merge.ancestor === row && merge.parents[0] === rows[0] && merge.parents[1] === rows[1],
    )
    return !used && isComplementary([first, second], ancestor.components)
  })
  return ancestors.length === 0 ? undefined : { rows, parents: [first, second], ancestors }
}

function sameComponents(one: Components, other: Components): boolean {
  return Object.entries(one).every(([name, text]) => other[name] === text)
}
