import type { WireObject } from '../internal/wire-object.ts'
import type { ReportedUsage } from '../reply/reply-part.ts'

/** The cumulative `usageMetadata`; thoughts and the prompts of built-in tools are counted apart. */
export function geminiUsage(usage: WireObject): ReportedUsage {
  const reasoningTokens = usage.number('thoughtsTokenCount')
  return {
    inputTokens: sum(usage.number('promptTokenCount'), usage.number('toolUsePromptTokenCount')),
    outputTokens: sum(usage.number('candidatesTokenCount'), reasoningTokens),
    cachedInputTokens: usage.number('cachedContentTokenCount'),
    reasoningTokens,
  }
}

function sum(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined && second === undefined ? undefined : (first ?? 0) + (second ?? 0)
}
