import type { ModelOverride } from './model-override.ts'
import { overrides } from './overrides.ts'

/** What all overrides of a model come to; a later one wins fact by fact. */
export function overrideOf(name: string): ModelOverride | undefined {
  let merged: ModelOverride | undefined
  for (const facts of overrides.get(name) ?? []) {
    const capabilities = { ...merged?.capabilities, ...facts.capabilities }
    merged = { ...merged, ...facts, capabilities }
  }
  return merged
}
