import type { LM } from '../lm.ts'

/** An LM that is what `lm` is, with these calls. */
export function decorated(lm: LM, calls: Pick<LM, 'generate' | 'stream' | 'maxCostUSD'>): LM {
  const { model, local, capabilities } = lm
  return {
    model,
    ...(local !== undefined && { local }),
    // Asked for late: working it out may need the key.
    get account() {
      return lm.account
    },
    ...(capabilities && { capabilities }),
    ...(lm.fingerprint && { fingerprint: (request) => lm.fingerprint?.(request) ?? null }),
    ...calls,
  }
}
