import { type LM, LMConfigurationError } from '@ockham/core'
import { parseModelName } from './provider/parse-model-name.ts'
import { providers } from './provider/providers.ts'
import type { VendorOptions } from './vendor/vendor-options.ts'

/**
 * The LM a model string names, such as `lm('openai/gpt-4o-mini')`; the two halves may also be given
 * apart. Throws `LMConfigurationError` for a provider that is not known.
 */
export function lm(name: string, options?: VendorOptions): LM
export function lm(provider: string, model: string, options?: VendorOptions): LM
export function lm(first: string, second?: string | VendorOptions, third?: VendorOptions): LM {
  const isPair = typeof second === 'string'
  const text = isPair ? `${first}/${second}` : first
  const options = (isPair ? third : second) ?? {}
  const name = parseModelName(text)
  const factory = name && providers.get(name.provider)
  if (name && factory) return factory(name.model, options)
  const problem = name ? `The provider "${name.provider}" is not known` : 'The provider is missing'
  throw new LMConfigurationError(
    `${problem} in the model string "${text}". Write "provider/model", such as ` +
      `"openai/gpt-4o-mini"; the providers are ${[...providers.keys()].join(', ')}. ` +
      'For another server that speaks the wire of OpenAI, use openaiCompatible({ baseURL, model }).',
    { model: text },
  )
}
