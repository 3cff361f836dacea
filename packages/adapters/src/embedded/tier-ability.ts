import type { EmbeddedTier } from './embedded-tier.ts'
import type { Ability } from './learning/ability.ts'

/** What each tier can do. */
export const tierAbility: Readonly<Record<EmbeddedTier, Ability>> = {
  nano: {
    vocabulary: 5,
    pairs: false,
    concepts: false,
    fragments: false,
    memory: 16,
    noise: 0.45,
    slips: 0.02,
  },
  small: {
    vocabulary: 8,
    pairs: true,
    concepts: false,
    fragments: false,
    memory: 32,
    noise: 0.2,
    slips: 0.01,
  },
  large: {
    vocabulary: 12,
    pairs: true,
    concepts: true,
    fragments: true,
    memory: 256,
    noise: 0,
    slips: 0,
  },
}
