import type { Tier } from '../learner/tier.ts'
import type { ProposerTier } from '../proposer/proposer-lm.ts'

/** The simulated models of both worlds; frozen together with the worlds. */
export const tiers: Readonly<Record<'nano' | 'small' | 'large', Tier>> = {
  nano: {
    model: 'simulated/nano',
    obey: 0.88,
    eta: 0.45,
    capacity: 5,
    slip: 0.06,
    formatFailure: 0.04,
    dilution: 0.12,
    contextTokens: 2000,
    price: { input: 0.1, output: 0.4 },
    latencyMs: 0,
  },
  small: {
    model: 'simulated/small',
    obey: 0.97,
    eta: 0.7,
    capacity: 12,
    slip: 0.03,
    formatFailure: 0.02,
    dilution: 0.05,
    contextTokens: 4000,
    price: { input: 0.4, output: 1.6 },
    latencyMs: 0,
  },
  large: {
    model: 'simulated/large',
    obey: 0.99,
    eta: 1.2,
    capacity: 40,
    slip: 0.01,
    formatFailure: 0.002,
    dilution: 0.02,
    contextTokens: 8000,
    price: { input: 2.5, output: 10 },
    latencyMs: 0,
  },
}

/** The simulated writer of instructions of both worlds. */
export const proposer: ProposerTier = {
  model: 'simulated/proposer',
  quality: 0.7,
  examplesNeeded: 2,
  rulesPerReply: 2,
  rulesPerList: 8,
  price: { input: 2.5, output: 10 },
  latencyMs: 0,
}
