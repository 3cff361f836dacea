import type { EmbeddedTier } from './embedded-tier.ts'
import type { Ability } from './learning/ability.ts'

/** What each tier can do. */
export const tierAbility: Readonly<Record<EmbeddedTier, Ability>> = {
  nano: {
    vocabulary: 6,
    stems: true,
    pairs: false,
    concepts: false,
    fragments: false,
    memory: 24,
    doubt: 0.5,
    slips: 0.02,
  },
  small: {
    vocabulary: 11,
    stems: true,
    pairs: true,
    concepts: false,
    fragments: false,
    memory: 32,
    doubt: 0.75,
    slips: 0.01,
  },
  large: {
    vocabulary: 99,
    stems: true,
    pairs: true,
    concepts: true,
    fragments: true,
    memory: 128,
    doubt: 0.6,
    slips: 0,
  },
}
