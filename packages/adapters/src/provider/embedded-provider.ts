import { type LM, LMConfigurationError } from '@ockham/core'
import { embedded } from '../embedded/embedded.ts'
import type { EmbeddedTier } from '../embedded/embedded-tier.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'

const tiers: readonly EmbeddedTier[] = ['nano', 'small', 'large']

/** `lm('embedded/<tier>')`; of the options it takes `seed`. */
export function embeddedProvider(model: string, { seed }: VendorOptions): LM {
  const tier = tiers.find((name) => name === model)
  if (tier) return embedded(tier, seed === undefined ? {} : { seed })
  throw new LMConfigurationError(
    `"embedded/${model}" does not exist; the embedded models are ` +
      `${tiers.map((name) => `embedded/${name}`).join(', ')}.`,
    { model: `embedded/${model}`, provider: 'embedded' },
  )
}
