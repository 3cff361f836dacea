import { OptionError } from '@ockham/core'
import { fingerprint } from '../../run/fingerprint.ts'
import type { Journal } from '../../run/journal.ts'
import type { ResolvedSelection } from '../cheapest-adequate-options.ts'
import { permutation } from '../permutation.ts'
import { searchSizeOf } from '../search-size.ts'

/** In which order the examples are seen, and how many of the first are for finding out what to test. */
export interface SelectionOrder<Gold extends object> {
  readonly order: readonly Gold[]
  readonly searchSize: number
}

/** An order as a file of evidence keeps it: the examples by what they are. */
interface KeptOrder {
  readonly examples: readonly string[]
  readonly searchSize: number
}

/**
 * A random order by the seed. A `population` certificate goes on from where the evidence ends: the examples of before
 * come first, as they came, so that a test takes up its thread and no chance is drawn twice. Throws `OptionError` when the
 * devset lacks some of those, since leaving examples out by what came of them would spoil every test, and for new ones where
 * the test is approximate: its looks were planned, and have spent all of the error.
 */
export function selectionOrder<Gold extends object, Outputs extends object>(
  devset: readonly Gold[],
  options: ResolvedSelection<Gold, Outputs>,
  evidence: Journal | undefined,
): SelectionOrder<Gold> {
  const { assignment, certificate, seed } = options
  if (evidence === undefined || certificate === 'devset') {
    return { order: permutation(devset, seed), searchSize: searchSizeOf(options, devset.length) }
  }
  const key = `order of ${assignment}`
  const before = evidence.get(key) as KeptOrder | undefined // written below
  const { seen, others } = split(devset, before?.examples ?? [])
  if (before && others.length > 0 && options.method === 'approximate') {
    throw new OptionError(
      'evidence',
      'cannot top up an `approximate` certificate; use `method: "exact"`, or name another file.',
    )
  }
  const order = [...seen, ...permutation(others, seed)]
  const searchSize = before?.searchSize ?? searchSizeOf(options, devset.length)
  const kept: KeptOrder = { examples: order.map((gold) => fingerprint(gold)), searchSize }
  evidence.record(key, kept)
  return { order, searchSize }
}

/** The examples that were seen, in their order, and the others. */
function split<Gold extends object>(
  devset: readonly Gold[],
  known: readonly string[],
): { seen: Gold[]; others: Gold[] } {
  // The same example may be there several times.
  const places = new Map<string, Gold[]>()
  for (const gold of devset) {
    const name = fingerprint(gold)
    places.set(name, [...(places.get(name) ?? []), gold])
  }
  const seen = known.map((name) => places.get(name)?.shift())
  const missing = seen.filter((gold) => gold === undefined).length
  if (missing > 0) {
    throw new OptionError(
      'devset',
      `lacks ${missing} examples of \`evidence\`: pass them all with the new ones, or name another file.`,
    )
  }
  return {
    seen: seen.filter((gold) => gold !== undefined),
    others: [...places.values()].flat(),
  }
}
