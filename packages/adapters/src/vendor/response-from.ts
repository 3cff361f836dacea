import type { LMResponse, LMUsage } from '@ockham/core'
import { costUSD } from '../catalog/cost-usd.ts'
import { estimateTokens } from '../catalog/estimate-tokens.ts'
import { recordUnpriced } from '../catalog/unpriced-models.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'

/** The response a finished reply amounts to, with usage and cost. */
export function responseFrom(plan: CallPlan, reply: ReplyAssembler): LMResponse {
  const { model, priced } = plan
  const usage = usageOf(plan, reply)
  // What the vendor says it charges is the bill; ours is a reckoning.
  const cost = reply.usage.costUSD ?? costUSD(priced, { ...reply.usage, ...usage })
  if (cost === null) recordUnpriced(priced.key.name)
  return {
    model,
    outputs: reply.outputs(),
    usage,
    costUSD: cost,
    ...(reply.limits && { rateLimits: reply.limits }),
  }
}

function usageOf({ request, config }: CallPlan, reply: ReplyAssembler): LMUsage {
  const { inputTokens, outputTokens, cacheCountedApart, ...reported } = reply.usage
  const { cachedInputTokens, cacheWriteTokens, reasoningTokens } = reported
  const apart = cacheCountedApart ? (cachedInputTokens ?? 0) + (cacheWriteTokens ?? 0) : 0
  const isKnown = inputTokens !== undefined && outputTokens !== undefined
  return {
    inputTokens:
      inputTokens === undefined
        ? estimateTokens([request.messages, config.tools])
        : inputTokens + apart,
    outputTokens: outputTokens ?? estimateTokens(reply.outputs()),
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
    ...(cacheWriteTokens !== undefined && { cacheWriteTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(!isKnown && { estimated: true }),
  }
}
