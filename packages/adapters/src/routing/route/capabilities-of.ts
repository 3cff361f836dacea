import type { LMCapabilities } from '@ockham/core'
import { findModel } from '../../catalog/find-model.ts'
import { capabilityFlags } from './capability-flags.ts'

/** What LM and catalog say together: a no of either is a no, and what neither says is not known. */
export function capabilitiesOf(model: string, told: LMCapabilities): LMCapabilities {
  const listed = findModel(model)
  if (!listed) return told
  const merged: { -readonly [Name in keyof LMCapabilities]: LMCapabilities[Name] } = { ...told }
  for (const flag of capabilityFlags) {
    const value = listed.capabilities[flag]
    if (value === false || (value === true && told[flag] === undefined)) merged[flag] = value
  }
  for (const limit of ['contextTokens', 'maxOutputTokens'] as const) {
    const value = told[limit] ?? listed[limit]
    if (value !== undefined) merged[limit] = value
  }
  return merged
}
