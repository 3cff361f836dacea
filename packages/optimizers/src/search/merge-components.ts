import type { Random } from '../random/random.ts'

/** Texts of a program that an optimizer may change, by the component's name. */
export type Components = Readonly<Record<string, string>>

/** A candidate as a parent of a merge. */
export interface MergeParent {
  readonly components: Components
  /** Its mean validation score. */
  readonly score: number
}

/**
 * The components of a child of two parents with a common ancestor: what one parent changed is taken from it;
 * what both changed is taken from the one with the higher score, of equals from either.
 */
export function mergeComponents(
  parents: readonly [MergeParent, MergeParent],
  ancestor: Components,
  random: Random,
): Components {
  const merged = Object.entries(ancestor).map(([name, original]) => {
    const [first, second] = parents.map(({ components }) => components[name] ?? original)
    if (first === original) return [name, second ?? original]
    if (second === original || second === first) return [name, first ?? original]
    return [name, better(parents, random).components[name] ?? original]
  })
  return Object.fromEntries(merged)
}

/** Whether some component was changed by one of the parents alone, so that a merge brings two changes together. */
export function isComplementary(
  [first, second]: readonly [MergeParent, MergeParent],
  ancestor: Components,
): boolean {
  return Object.entries(ancestor).some(([name, original]) => {
    const changedFirst = first.components[name] !== original
    const changedSecond = second.components[name] !== original
    return changedFirst !== changedSecond
  })
}

function better([first, second]: readonly [MergeParent, MergeParent], random: Random): MergeParent {
  if (first.score === second.score) return random.below(2) === 0 ? first : second
  return first.score > second.score ? first : second
}
