import type { LM } from '../lm.ts'

/** What a decorator does itself; all else of its LM is the inner LM's. */
export type DecoratedCalls = Pick<LM, 'generate' | 'stream' | 'maxCostUSD'>

/** An LM that is what `lm` is, with these calls. */
export function decorated(lm: LM, calls: DecoratedCalls): LM {
  const { model, local } = lm
  return {
    model,
    ...(local !== undefined && { local }),
    // Asked for late: an account may need the key, and capabilities the catalog.
    get account() {
      return lm.account
    },
    get capabilities() {
      return lm.capabilities
    },
    ...(lm.maySee && { maySee: (request) => lm.maySee?.(request) ?? false }),
    ...(lm.fingerprint && { fingerprint: (request) => lm.fingerprint?.(request) ?? null }),
    ...calls,
  }
}
