import { costUSD } from '../catalog/cost-usd.ts'
import { estimateTokens } from '../catalog/estimate-tokens.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { usageOf } from './usage-of.ts'

/** US dollars of a reply that broke off, as far as its vendor had reported usage; else undefined. */
export function spentUSD(plan: CallPlan, reply: ReplyAssembler): number | undefined {
  const { usage } = reply
  if (usage.costUSD !== undefined) return usage.costUSD
  if (usage.inputTokens === undefined && usage.outputTokens === undefined) return undefined
  const told = usageOf(plan, reply)
  // The last report may be older than the last piece of text.
  const outputTokens = Math.max(told.outputTokens, estimateTokens(reply.outputs()))
  return costUSD(plan.priced, { ...told, outputTokens }) ?? undefined
}
