import type { LM, LMRequest, Sensitivity } from '@ockham/core'

const levels: readonly Sensitivity[] = ['public', 'internal', 'confidential']

/** The LM, with no request less sensitive than `least`. */
export function atLeastAsSensitive<T extends LM>(lm: T, least: Sensitivity): T {
  const labelled = (request: LMRequest): LMRequest => {
    const own = request.config?.sensitivity
    // A label that is not known stays, and is refused.
    const keeps = own !== undefined && !levels.slice(0, levels.indexOf(least)).includes(own)
    return keeps ? request : { ...request, config: { ...request.config, sensitivity: least } }
  }
  const { fingerprint } = lm
  return {
    ...lm,
    generate: (request) => lm.generate(labelled(request)),
    stream: (request) => lm.stream(labelled(request)),
    maxCostUSD: (request) => lm.maxCostUSD?.(labelled(request)) ?? null,
    ...(fingerprint && { fingerprint: (request) => lm.fingerprint?.(labelled(request)) ?? null }),
  } satisfies LM
}
