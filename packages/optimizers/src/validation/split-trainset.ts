import { OptionError } from '@ockham/core'
import { seededRandom } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { DataRoles } from '../run/data-roles.ts'

/** Who learns from what and is compared on what. */
export interface SplitData<Gold extends object> extends DataRoles<Gold> {
  readonly valset: readonly Gold[]
}

/**
 * The data with a valset: where there is none, this part of the trainset, drawn at random, is held back for it. DSPy
 * compares candidates on what they have learned from instead. Throws `OptionError` where there is too little to split.
 */
export function splitTrainset<Gold extends object>(
  roles: DataRoles<Gold>,
  { part, seed }: { part: number; seed: number },
): SplitData<Gold> {
  const { trainset, valset, testset } = roles
  // The roles alone: what a caller has beside them, such as a path, is no part of a run's identity.
  const test = testset ? { testset } : {}
  if (valset) return { trainset, valset, ...test }
  if (trainset.length < 2) {
    throw new OptionError(
      'trainset',
      'has one example, so none can be held back for validation; give a `valset`.',
    )
  }
  const held = Math.min(trainset.length - 1, Math.max(1, Math.round(part * trainset.length)))
  const drawn = new Set(shuffle(trainset, seededRandom(seed)).slice(0, held))
  return {
    ...test,
    trainset: trainset.filter((gold) => !drawn.has(gold)),
    valset: trainset.filter((gold) => drawn.has(gold)),
  }
}
