import type { LM } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { Adapter } from '../prompt/adapter.ts'

/** What one call may override: the LM, the adapter, the signal, and any LM setting. */
export interface CallOptions extends LMConfig {
  lm?: LM
  adapter?: Adapter
  signal?: AbortSignal
}
