import type { LMUsage } from '@ockham/core'
import { estimateTokens } from '../catalog/estimate-tokens.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { ReportedUsage } from '../reply/reply-part.ts'
import type { CallPlan } from './call-plan.ts'

/** The usage of a reply in our words; what the vendor did not report is estimated, and marked. */
export function usageOf({ request, config }: CallPlan, reply: ReplyAssembler): LMUsage {
  const { inputTokens, outputTokens, cacheCountedApart, ...reported } = told(reply)
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

/** A prompt always takes tokens: a server that reports none does not count at all. */
function told({ usage }: ReplyAssembler): ReportedUsage {
  const { inputTokens, cachedInputTokens = 0, cacheWriteTokens = 0 } = usage
  if (inputTokens !== 0 || cachedInputTokens + cacheWriteTokens > 0) return usage
  return { ...usage, inputTokens: undefined, outputTokens: usage.outputTokens || undefined }
}
