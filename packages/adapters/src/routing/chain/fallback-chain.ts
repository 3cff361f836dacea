import { type LM, OptionError } from '@ockham/core'
import { type Router, router } from '../router.ts'
import type { RouterOptions } from '../router-options.ts'
import { type ChainName, chains } from './chains.ts'

/** What `router` takes beside the models and their order. */
export type FallbackChainOptions = Omit<RouterOptions, 'models' | 'strategy'>

/**
 * Asks the models of a chain, one of `chains` or one's own, in order until one replies; those whose key is
 * not set are passed over. Throws as `router` does.
 */
export function fallbackChain(
  chain: ChainName | readonly (LM | string)[],
  options: FallbackChainOptions = {},
): Router {
  return router({ ...options, models: modelsOf(chain), strategy: 'ordered' })
}

function modelsOf(chain: ChainName | readonly (LM | string)[]): readonly (LM | string)[] {
  if (typeof chain !== 'string') return chain
  if (Object.hasOwn(chains, chain)) return chains[chain]
  throw new OptionError(
    'chain',
    `must be a list of models, or one of ${Object.keys(chains).join(', ')}.`,
  )
}
