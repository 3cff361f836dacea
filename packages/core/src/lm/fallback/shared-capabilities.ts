import type { LM, LMCapabilities } from '../lm.ts'

/** What each of these LMs can enforce. */
export function sharedCapabilities(lms: readonly LM[]): LMCapabilities {
  const shared = (name: keyof LMCapabilities): boolean =>
    lms.every((lm) => lm.capabilities?.[name] === true)
  return {
    jsonSchema: shared('jsonSchema'),
    jsonObject: shared('jsonObject'),
    tools: shared('tools'),
  }
}
