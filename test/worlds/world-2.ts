import { desks, marks, requests, stamps } from './lexicon/vocabulary.ts'
import type { WorldParameters } from './world/parameters.ts'
import { proposer, tiers } from './world/tiers.ts'

/**
 * A pipeline of three predictors: marks to stamps, stamps to desks, desks to what they ask for; a fault
 * anywhere spoils the answer. Frozen before any optimizer was tuned; a change voids every figure measured here.
 */
export const world2: WorldParameters = {
  name: 'pipeline',
  stages: [
    {
      table: {
        name: 'extract',
        task: 'Read the note on the parcel and list its stamps.',
        from: marks.slice(0, 24),
        to: stamps,
      },
      rules: 6,
      stated: 3,
    },
    {
      table: {
        name: 'decide',
        task: 'Look at the stamps and list the desks.',
        from: stamps,
        to: desks,
      },
      rules: 6,
      stated: 4,
    },
    {
      table: {
        name: 'phrase',
        task: 'Look at the desks and list what they ask for.',
        from: desks,
        to: requests,
      },
      rules: 6,
      stated: 4,
    },
  ],
  sizes: { train: 60, validation: 60, test: 200 },
  twoRules: 0.5,
  mostIdle: 3,
  tiers,
  proposer,
}
