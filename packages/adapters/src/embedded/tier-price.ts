import type { EmbeddedTier } from './embedded-tier.ts'

/** US dollars per million tokens. */
export interface TierPrice {
  input: number
  output: number
}

/** Illustrative prices, spread as vendors' small, middle and large models are; nothing is ever charged. */
export const tierPrice: Readonly<Record<EmbeddedTier, TierPrice>> = {
  nano: { input: 0.05, output: 0.2 },
  small: { input: 0.25, output: 1 },
  large: { input: 2.5, output: 10 },
}
