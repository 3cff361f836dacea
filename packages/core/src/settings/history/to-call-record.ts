import { hideSecrets } from '../../internal/hide-secrets.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import { toCallId } from '../call-number.ts'
import type { CallEntry } from './call-entry.ts'
import type { CallRecord } from './call-record.ts'

/** What was kept of a call, as it is shown. */
export function toCallRecord(entry: CallEntry): CallRecord {
  const { callId, model, predictorName, messages, config, streamed, result } = entry
  return {
    callId: typeof callId === 'string' ? callId : toCallId(callId),
    model,
    ...(predictorName !== undefined && { predictor: predictorName }),
    messages,
    config: shown(config ?? {}),
    streamed,
    ...('error' in result ? { error: result.error } : { response: result, usage: result.usage }),
    costUSD: result.costUSD ?? null,
    cached: 'cached' in result && result.cached === true,
    startedAt: performance.timeOrigin + entry.startedAt,
    ...(entry.firstEventMs !== undefined && { firstEventMs: entry.firstEventMs }),
    durationMs: entry.endedAt - entry.startedAt,
  }
}

// What is passed through to a vendor as it is can hold a key.
function shown(config: LMConfig): LMConfig {
  if (config.extra === undefined) return config
  const extra = hideSecrets(config.extra) as NonNullable<LMConfig['extra']> // the same but for texts
  return { ...config, extra }
}
