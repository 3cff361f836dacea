import { strategies } from '../routing/strategy/strategies.ts'
import type { Strategy, StrategyName } from '../routing/strategy/strategy.ts'
import type { SetVariables } from './read-variables.ts'

/** More than any strategy gives; what is local goes before what is no fallback. */
const steps = { local: 20, fallback: 10 }

/** How to choose among the models: by name, or a strategy that keeps fallbacks and local models in their place. */
export function strategyFromEnv(
  { strategy, preferLocal }: SetVariables,
  fallbacks: readonly string[],
): StrategyName | Strategy {
  const wantsLocal = preferLocal?.value ?? false
  const name = strategy?.value ?? (wantsLocal ? 'local_first' : 'ordered')
  const prefersLocal = wantsLocal && name !== 'local_first'
  if (!prefersLocal && (name === 'ordered' || fallbacks.length === 0)) return name
  const inner = strategies[name]
  const tiered: Strategy = (route, all) =>
    inner(route, all) +
    (wantsLocal && route.local ? steps.local : 0) -
    (fallbacks.includes(route.model) ? steps.fallback : 0)
  // The router tells the name.
  return Object.defineProperty(tiered, 'name', { value: name })
}
