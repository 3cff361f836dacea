import type { LMResponse } from '../lm-response.ts'

/** A deep copy of a reply, marked as one that cost nothing this time. */
export function toCacheHit(response: LMResponse): LMResponse {
  const { plan: _plan, rateLimits: _rateLimits, ...reply } = response
  return {
    ...structuredClone(reply),
    usage: { inputTokens: 0, outputTokens: 0 },
    costUSD: 0,
    cached: true,
    savedUSD: reply.savedUSD ?? reply.costUSD ?? null,
  }
}
