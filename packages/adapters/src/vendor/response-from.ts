import type { LMResponse, LMUsage } from '@ockham/core'
import { costUSD } from '../catalog/cost-usd.ts'
import { estimateTokens } from '../catalog/estimate-tokens.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'

/** The response a finished reply amounts to, with usage and cost. */
export function responseFrom(plan: CallPlan, reply: ReplyAssembler): LMResponse {
  const { vendor, model, modelName } = plan
  const usage = usageOf(plan, reply)
  return {
    model,
    outputs: reply.outputs(),
    usage,
    costUSD: reply.usage.costUSD ?? costUSD(vendor, modelName, usage),
  }
}

function usageOf({ request, config }: CallPlan, reply: ReplyAssembler): LMUsage {
  const { inputTokens, outputTokens, cacheCountedApart, costUSD: _, ...rest } = reply.usage
  const cached = (rest.cachedInputTokens ?? 0) + (rest.cacheWriteTokens ?? 0)
  const usage: LMUsage = {
    inputTokens:
      inputTokens === undefined
        ? estimateTokens([request.messages, config.tools])
        : inputTokens + (cacheCountedApart ? cached : 0),
    outputTokens: outputTokens ?? estimateTokens(reply.outputs()),
    ...rest,
  }
  if (inputTokens === undefined || outputTokens === undefined) usage.estimated = true
  return usage
}
