import { type LM, LMConfigurationError } from '@ockham/core'

/** How to find out, without a call, whether an LM could make one. */
const checks = new WeakMap<LM, () => unknown>()

/** Keeps the check of an LM; it throws `LMConfigurationError` while a key or an address is missing. */
export function checkedBy(lm: LM, check: () => unknown): LM {
  checks.set(lm, check)
  return lm
}

/** What is missing before an LM can be asked; undefined when nothing is, or when nobody can tell. */
export function configurationProblem(lm: LM): LMConfigurationError | undefined {
  try {
    checks.get(lm)?.()
  } catch (error) {
    if (LMConfigurationError.is(error)) return error
  }
  return undefined
}
