import type { LMConfig } from '@ockham/core'

/** The settings of one call: those of the request win, and `extra` is merged field by field. */
export function mergeConfig(defaults: LMConfig, request: LMConfig = {}): LMConfig {
  const merged: LMConfig = { ...withoutUndefined(defaults), ...withoutUndefined(request) }
  if (defaults.extra || request.extra) merged.extra = { ...defaults.extra, ...request.extra }
  return merged
}

// JavaScript callers write `temperature: undefined` for "not set".
function withoutUndefined(config: LMConfig): LMConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined))
}
