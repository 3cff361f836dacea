import type { LMCapabilities } from '@ockham/core'
import { capabilityFlags } from './capability-flags.ts'
import type { Route } from './route.ts'

const limits = ['contextTokens', 'maxOutputTokens'] as const

/**
 * What a router can do: what all of its routes can, so that any may serve; but as much as the largest of
 * them holds, since a long request goes there.
 */
export function sharedCapabilities(routes: readonly Route[]): LMCapabilities {
  const shared: { -readonly [Name in keyof LMCapabilities]: LMCapabilities[Name] } = {}
  for (const name of capabilityFlags)
    shared[name] = routes.every((route) => route.told[name] === true)
  for (const name of limits) {
    const known = routes.flatMap((route) => route.told[name] ?? [])
    if (known.length > 0) shared[name] = Math.max(...known)
  }
  return shared
}
