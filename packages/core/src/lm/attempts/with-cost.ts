import type { LMResponse } from '../lm-response.ts'

/** The reply with what all calls for it cost; as it is when its own cost is not known, or is all. */
export function withCost(response: LMResponse, spentUSD: number): LMResponse {
  const { costUSD } = response
  const isWhole = costUSD === null || costUSD === undefined || spentUSD <= costUSD
  return isWhole ? response : { ...response, costUSD: spentUSD }
}
