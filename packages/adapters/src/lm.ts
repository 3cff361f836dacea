import { type LM, LMConfigurationError } from '@ockham/core'
import { aiSDK } from './ai-sdk/ai-sdk.ts'
import { type AISDKModel, isAISDKModel } from './ai-sdk/ai-sdk-model.ts'
import type { AISDKOptions } from './ai-sdk/ai-sdk-options.ts'
import { checkOptions } from './provider/check-options.ts'
import type { LMOptions } from './provider/lm-options.ts'
import { providers } from './provider/providers.ts'
import { resolveModelName } from './provider/resolve-model-name.ts'

/**
 * The LM a model string names: `lm('openai/gpt-4o-mini')`, its two halves apart, or a bare name that
 * only one provider has; also the LM of a language model of the AI SDK. Throws
 * `LMConfigurationError` that lists what may have been meant.
 */
export function lm(name: string, options?: LMOptions): LM
export function lm(provider: string, model: string, options?: LMOptions): LM
export function lm(model: AISDKModel, options?: AISDKOptions): LM
export function lm(
  first: string | AISDKModel,
  second: string | LMOptions = {},
  third: LMOptions = {},
): LM {
  const [model, options] = typeof second === 'string' ? [second, third] : [undefined, second]
  if (typeof first === 'string') {
    return byName(model === undefined ? first : `${first}/${model}`, options)
  }
  if (isAISDKModel(first)) return aiSDK(first, options)
  throw new LMConfigurationError(
    '`lm` takes a name such as "openai/gpt-4o-mini", or a language model of the AI SDK of the ' +
      'version v2, v3 or v4.',
  )
}

function byName(text: string, options: LMOptions): LM {
  const { provider, model } = resolveModelName(text, [...providers.keys()])
  const factory = providers.get(provider)
  if (!factory) throw new LMConfigurationError(`The provider "${provider}" is not known.`)
  checkOptions(provider, options)
  return factory(model, options)
}
