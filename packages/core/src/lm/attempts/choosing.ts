import { sharedCapabilities } from '../fallback/shared-capabilities.ts'
import type { LM, LMCapabilities } from '../lm.ts'
import type { DecoratedCalls } from './decorated.ts'
import { maySee } from './may-see.ts'

/** An LM that chooses among others and is named after the first, with these calls. */
export function choosing(first: LM, lms: readonly LM[], calls: DecoratedCalls): LM {
  let capabilities: LMCapabilities | undefined
  const tellsPrint = lms.every((lm) => lm.fingerprint !== undefined)
  return {
    model: first.model,
    ...(lms.every((lm) => lm.local === true) && { local: true }),
    get capabilities() {
      capabilities ??= sharedCapabilities(lms)
      return capabilities
    },
    maySee: (request) => lms.some((lm) => maySee(lm, request)),
    ...(tellsPrint && {
      fingerprint: (request) => lms.map((lm) => lm.fingerprint?.(request) ?? null),
    }),
    ...calls,
  }
}
