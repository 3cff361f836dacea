import { checkDataRoles, type DataRoles } from '../run/data-roles.ts'
import { splitTrainset } from './split-trainset.ts'

/** How many examples a search has to learn from, to compare candidates on, and to test with. */
export interface SetSizes {
  readonly trainset: number
  readonly valset: number
  readonly testset: number
}

/** How a search divides its data: the part that is held back without a valset, and the most examples to compare on. */
export interface SetDivision {
  readonly part: number
  readonly mostValidation?: number
}

/** The sizes of the sets once a valset is held back. Throws `EmptyDatasetError` and `OptionError` as a search does. */
export function setSizes(
  data: DataRoles<object>,
  { part, mostValidation = Number.POSITIVE_INFINITY }: SetDivision,
): SetSizes {
  checkDataRoles(data)
  const { trainset, valset, testset = [] } = splitTrainset(data, { part, seed: 0 })
  return {
    trainset: trainset.length,
    valset: Math.min(valset.length, mostValidation),
    testset: testset.length,
  }
}
