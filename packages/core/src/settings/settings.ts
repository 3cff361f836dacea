import type { LM } from '../lm/lm.ts'
import type { Adapter } from '../prompt/adapter.ts'
import type { Callback } from './callback.ts'
import type { HistoryOptions } from './history/history-options.ts'
import type { TelemetryOptions } from './telemetry/telemetry-options.ts'

/** What `configure` sets for the process and `context` for a scope. */
export interface Settings {
  /** The LM of every predictor that has none of its own. */
  lm?: LM | undefined
  /** The prompt adapter; `ChatAdapter` unless set. */
  adapter?: Adapter | undefined
  callbacks?: readonly Callback[] | undefined
  /**
   * How many of the last LM calls `inspectHistory` can show; 100 by default, and 0 keeps none. One history
   * serves the process: each call that is kept drops what goes beyond the limit that holds for it.
   */
  history?: number | HistoryOptions | undefined
  /**
   * OpenTelemetry spans of modules, LM calls and tools. By default they are made when the process has a
   * tracer provider, without content; `false` switches them off, `true` on again for a scope.
   */
  telemetry?: boolean | TelemetryOptions | undefined
}
