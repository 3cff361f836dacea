import type { LM, LMCapabilities } from '../lm.ts'

const flags = [
  'jsonSchema',
  'jsonObject',
  'tools',
  'reasoning',
  'citations',
  'vision',
  'audio',
  'logprobs',
] as const
const limits = ['contextTokens', 'maxOutputTokens'] as const

/** What each of these LMs can enforce and take; a limit that one of them does not tell is not told. */
export function sharedCapabilities(lms: readonly LM[]): LMCapabilities {
  const shared: { -readonly [Name in keyof LMCapabilities]: LMCapabilities[Name] } = {}
  for (const name of flags) shared[name] = lms.every((lm) => lm.capabilities?.[name] === true)
  for (const name of limits) {
    const known = lms.map((lm) => lm.capabilities?.[name] ?? Number.NaN)
    const least = Math.min(...known)
    if (!Number.isNaN(least)) shared[name] = least
  }
  return shared
}
