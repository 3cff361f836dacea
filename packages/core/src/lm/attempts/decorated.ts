import type { LM } from '../lm.ts'
import { markSame } from './may-see.ts'

/** An LM that is what `lm` is, with these calls. */
export function decorated(lm: LM, calls: Pick<LM, 'generate' | 'stream' | 'maxCostUSD'>): LM {
  const { model, local, capabilities } = lm
  const same: LM = {
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
  markSame(same, lm)
  return same
}
