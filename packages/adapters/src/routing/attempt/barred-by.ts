import { estimatedCost } from '../route/estimated-cost.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Reaction } from './reaction.ts'
import type { Trial } from './trial.ts'

/** Why a route would fail as another one did; undefined when it may do better. */
export function barredBy(
  bars: NonNullable<Reaction['bars']>,
  failed: Trial,
  other: Trial,
  facts: RequestFacts,
): string | undefined {
  const one = failed.candidate.route
  const another = other.candidate.route
  if (bars === 'same-provider') {
    return one.provider === another.provider
      ? 'Its provider called the request invalid.'
      : undefined
  }
  if (bars === 'smaller') {
    const window = one.capabilities.contextTokens
    const larger = another.capabilities.contextTokens
    const isLarger =
      window === undefined || larger === undefined ? one.model !== another.model : larger > window
    return isLarger ? undefined : 'Its context window is no larger than one that was too small.'
  }
  const limit = estimatedCost(one, facts)
  const cost = estimatedCost(another, facts)
  const isCheaper = another.local || (cost !== null && limit !== null && cost < limit)
  return isCheaper ? undefined : 'It is no cheaper than one that the budget did not allow.'
}
