import type { Tier } from '../learner/tier.ts'
import type { Table } from '../lexicon/table.ts'
import type { ProposerTier } from '../proposer/proposer-lm.ts'

/** What one predictor has to learn. */
export interface StageParameters {
  readonly table: Table
  /** Rules that hold; the other words of the table mean nothing. */
  readonly rules: number
  /** Of those, how many the seed program's instructions state. */
  readonly stated: number
}

/** All that a world is made from beside its seed. */
export interface WorldParameters {
  readonly name: string
  readonly stages: readonly StageParameters[]
  /** Examples in each split. */
  readonly sizes: { readonly train: number; readonly validation: number; readonly test: number }
  /** Words that matter on one parcel: 1, or with this probability 2. */
  readonly twoRules: number
  /** Words without meaning on one parcel: from 2 to this. */
  readonly mostIdle: number
  readonly tiers: Readonly<Record<'nano' | 'small' | 'large', Tier>>
  readonly proposer: ProposerTier
}
