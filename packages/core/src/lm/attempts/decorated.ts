import type { LM } from '../lm.ts'

/** An LM with the name and capabilities of `lm` and these calls. */
export function decorated(lm: LM, calls: Omit<LM, 'model' | 'capabilities'>): LM {
  return {
    model: lm.model,
    ...(lm.capabilities && { capabilities: lm.capabilities }),
    ...calls,
  }
}
