import type { LM } from '@ockham/core'

/** An LM that counts how often it is asked. */
export interface CountedLM extends LM {
  calls: number
}

/** The same LM, counting. */
export function countedLM(lm: LM): CountedLM {
  const counted: CountedLM = {
    model: lm.model,
    capabilities: lm.capabilities,
    calls: 0,
    generate(request) {
      counted.calls += 1
      return lm.generate(request)
    },
    stream: (request) => lm.stream(request),
  }
  return counted
}
