import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The `usage` of a message or event; Cohere's own wrapping of the prompt is counted, but not billed. */
export function cohereUsage(holder: WireObject | undefined): ReplyPart[] {
  const usage = holder?.object('usage')
  if (!usage) return []
  const billed = usage.object('billed_units')
  const [billedInput, billedOutput] = [
    billed?.number('input_tokens'),
    billed?.number('output_tokens'),
  ]
  const tokens = usage.object('tokens') ?? billed
  const reported = {
    inputTokens: tokens?.number('input_tokens'),
    outputTokens: tokens?.number('output_tokens'),
    cachedInputTokens: usage.number('cached_tokens'),
    ...(billedInput !== undefined &&
      billedOutput !== undefined && {
        billed: { inputTokens: billedInput, outputTokens: billedOutput },
      }),
  }
  return [{ type: 'usage', usage: reported }]
}
