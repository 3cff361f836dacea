import type { LMResponse } from '@ockham/core'
import { costUSD } from '../catalog/cost-usd.ts'
import { recordUnpriced } from '../catalog/unpriced-models.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { usageOf } from './usage-of.ts'

/** The response a finished reply amounts to, with usage and cost. */
export function responseFrom(plan: CallPlan, reply: ReplyAssembler): LMResponse {
  const { model, priced } = plan
  const usage = usageOf(plan, reply)
  // What the vendor says it charges is the bill; ours is a reckoning.
  const cost =
    reply.usage.costUSD ?? costUSD(priced, reply.usage.billed ?? { ...reply.usage, ...usage })
  if (cost === null) recordUnpriced(priced.key.name)
  return {
    model,
    outputs: reply.outputs(),
    usage,
    costUSD: cost,
    ...(reply.limits && { rateLimits: reply.limits }),
  }
}
