import type { LM } from '../lm/lm.ts'
import type { Adapter } from '../prompt/adapter.ts'
import type { Callback } from './callback.ts'

/** What `configure` sets for the process and `context` for a scope. */
export interface Settings {
  /** The LM of every predictor that has none of its own. */
  lm?: LM | undefined
  /** The prompt adapter; `ChatAdapter` unless set. */
  adapter?: Adapter | undefined
  callbacks?: readonly Callback[] | undefined
}
