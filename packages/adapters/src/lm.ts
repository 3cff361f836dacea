import { type LM, LMConfigurationError } from '@ockham/core'
import { checkOptions } from './provider/check-options.ts'
import type { LMOptions } from './provider/lm-options.ts'
import { providers } from './provider/providers.ts'
import { resolveModelName } from './provider/resolve-model-name.ts'

/**
 * The LM a model string names: `lm('openai/gpt-4o-mini')`, its two halves apart, or a bare name that
 * only one provider has. Throws `LMConfigurationError` that lists what may have been meant.
 */
export function lm(name: string, options?: LMOptions): LM
export function lm(provider: string, model: string, options?: LMOptions): LM
export function lm(first: string, second?: string | LMOptions, third?: LMOptions): LM {
  const isPair = typeof second === 'string'
  const text = isPair ? `${first}/${second}` : first
  const options = (isPair ? third : second) ?? {}
  const { provider, model } = resolveModelName(text, [...providers.keys()])
  const factory = providers.get(provider)
  if (!factory) throw new LMConfigurationError(`The provider "${provider}" is not known.`)
  checkOptions(provider, options)
  return factory(model, options)
}
