import { predictionMeta } from '../../example/prediction-meta.ts'
import { isRecord } from '../../internal/is-record.ts'
import type { CallKind } from '../callback.ts'
import type { TraceSpan } from './trace-span.ts'

type SpanResult = { outputs: unknown } & Pick<TraceSpan, 'usage' | 'costUSD'>

/** What a span shows of what came of some work, and what it used. */
export function spanResult(kind: CallKind, outputs: unknown): SpanResult {
  if (!isRecord(outputs)) return { outputs }
  if (kind === 'module') {
    const meta = predictionMeta(outputs)
    return meta ? { outputs, ...used(meta.usage, meta.costUSD) } : { outputs }
  }
  if (kind === 'lm') return { outputs, ...used(outputs['usage'], outputs['costUSD']) }
  if (kind === 'evaluate') {
    const { score, interval, usage, costUSD } = outputs
    return { outputs: { score, interval }, ...used(usage, costUSD) }
  }
  return { outputs }
}

function used(usage: unknown, costUSD: unknown): Pick<TraceSpan, 'usage' | 'costUSD'> {
  if (!isRecord(usage)) return {}
  const { inputTokens, outputTokens } = usage
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return {}
  return {
    usage: { inputTokens, outputTokens },
    costUSD: typeof costUSD === 'number' ? costUSD : null,
  }
}
