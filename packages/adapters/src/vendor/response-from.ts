import type { LMResponse } from '@ockham/core'
import { costUSD } from '../catalog/cost-usd.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { usageOf } from './usage-of.ts'

/** The response a finished reply amounts to, with usage and cost. */
export function responseFrom(plan: CallPlan, reply: ReplyAssembler): LMResponse {
  const { vendor, model, modelName } = plan
  const usage = usageOf(plan, reply)
  return {
    model,
    outputs: reply.outputs(),
    usage,
    costUSD: reply.usage.costUSD ?? costUSD(vendor, modelName, reply.usage.billed ?? usage),
    ...(reply.limits && { rateLimits: reply.limits }),
  }
}
