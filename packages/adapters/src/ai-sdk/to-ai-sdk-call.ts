import type { LMConfig } from '@ockham/core'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import type { AISDKModel } from './ai-sdk-model.ts'
import { toAISDKPrompt } from './to-ai-sdk-prompt.ts'

/** The call options of `doGenerate` and `doStream`; throws `UnsupportedFeatureError`. */
export function toAISDKCall({ messages, config }: VendorRequest, model: AISDKModel): object {
  refuseSettings(config, `${model.provider} through the AI SDK`, ['n', 'logprobs'])
  const { temperature, maxTokens, topP, stop, seed } = config
  return {
    prompt: toAISDKPrompt(messages, model),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    ...(topP !== undefined && { topP }),
    ...(stop && { stopSequences: stop }),
    ...(seed !== undefined && { seed }),
    ...responseFormat(config),
    ...tools(config),
    ...reasoning(config, model),
    ...config.extra,
  }
}

function responseFormat({ responseFormat: format }: LMConfig): object {
  if (format === undefined || format.type === 'text') return {}
  if (format.type === 'json_object') return { responseFormat: { type: 'json' } }
  const { name, schema } = format
  return { responseFormat: { type: 'json', name, schema } }
}

function tools({ tools: list = [], toolChoice }: LMConfig): object {
  if (list.length === 0) return {}
  const choice =
    typeof toolChoice === 'object'
      ? { type: 'tool', toolName: toolChoice.name }
      : { type: toolChoice ?? 'auto' }
  return {
    tools: list.map(({ name, description, parameters }) => ({
      type: 'function',
      name,
      ...(description !== undefined && { description }),
      inputSchema: parameters,
    })),
    toolChoice: choice,
  }
}

// Before v4 an effort had no place of its own; providers that know it read it from theirs.
function reasoning({ reasoningEffort: effort }: LMConfig, model: AISDKModel): object {
  if (effort === undefined) return {}
  if (model.specificationVersion === 'v4') return { reasoning: effort }
  const [provider = model.provider] = model.provider.split('.')
  return { providerOptions: { [provider]: { reasoningEffort: effort } } }
}
