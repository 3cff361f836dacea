import { marks, stamps } from './lexicon/vocabulary.ts'
import type { WorldParameters } from './world/parameters.ts'
import { proposer, tiers } from './world/tiers.ts'

/**
 * Rule classification: 8 of 40 marks on a parcel call for a stamp each, and one predictor has to know them.
 * Frozen before any optimizer was tuned; a change voids every figure measured here.
 */
export const world1: WorldParameters = {
  name: 'rules',
  stages: [
    {
      table: {
        name: 'stamp',
        task: 'Read the note on the parcel and list its stamps.',
        from: marks,
        to: stamps,
      },
      rules: 8,
      stated: 2,
    },
  ],
  sizes: { train: 60, validation: 60, test: 200 },
  twoRules: 0.5,
  mostIdle: 3,
  tiers,
  proposer,
}
