import { LMNotConfiguredError } from '../errors/lm-not-configured-error.ts'
import type { LM } from '../lm/lm.ts'
import type { LMConfig } from '../lm/lm-config.ts'
import type { Predictor } from '../module/predictor.ts'
import type { Adapter } from '../prompt/adapter.ts'
import { ChatAdapter } from '../prompt/chat/chat-adapter.ts'
import { currentSetting } from '../settings/current-setting.ts'
import { currentScope } from '../settings/scope.ts'

/** With what a predictor makes its calls. */
export interface ResolvedCall {
  lm: LM
  adapter: Adapter
  config: LMConfig
  signal: AbortSignal | undefined
}

const defaultAdapter = new ChatAdapter()
// DSPy's rule: several completions at (nearly) no temperature would all be the same.
const diverseTemperature = 0.7
const flatTemperature = 0.15

/**
 * LM: the call's option, then the predictor's own, then the nearest `context`, then `configure`.
 * Throws `LMNotConfiguredError` when there is none.
 */
export function resolveCall(predictor: Predictor): ResolvedCall {
  const { call, defaults } = currentScope()
  const { lm: callLM, adapter: callAdapter, signal, ...callConfig } = call
  const lm = callLM ?? predictor.lm ?? currentSetting('lm')
  if (!lm) throw new LMNotConfiguredError()
  const adapter = callAdapter ?? currentSetting('adapter') ?? defaultAdapter
  const config: LMConfig = { ...defaults, ...predictor.config, ...callConfig }
  if ((config.n ?? 1) > 1 && (config.temperature ?? 0) <= flatTemperature) {
    config.temperature = diverseTemperature
  }
  return { lm, adapter, config, signal }
}
