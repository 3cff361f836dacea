import type { LMConfig } from '@ockham/core'
import type { ChatRequest, Options, Tool } from 'ollama'
import { WireObject } from '../internal/wire-object.ts'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { toOllamaMessages } from './to-ollama-messages.ts'

/** The request for `Ollama.chat`, always streamed; throws `UnsupportedFeatureError`. */
export function toOllamaRequest({
  model,
  messages,
  config,
}: VendorRequest): ChatRequest & { stream: true } {
  refuseSettings(config, 'Ollama', ['n', 'requiredTool'])
  const { extra = {}, logprobs = false } = config
  const { options, ...others } = extra
  const more = WireObject.of(options) ? options : {}
  const settings = { ...modelOptions(config), ...Object(more) }
  return {
    model,
    messages: toOllamaMessages(messages),
    ...(Object.keys(settings).length > 0 && { options: settings }),
    ...format(config),
    ...tools(config),
    ...think(config),
    ...(logprobs !== false && { logprobs: true }),
    ...(typeof logprobs === 'number' && { top_logprobs: logprobs }),
    ...wholeOrError,
    ...others,
    stream: true,
  }
}

// Unless told otherwise, the server drops what does not fit its window and answers the rest.
const wholeOrError = { truncate: false, shift: false }

function modelOptions({ temperature, maxTokens, topP, stop, seed }: LMConfig): Partial<Options> {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { num_predict: maxTokens }),
    ...(topP !== undefined && { top_p: topP }),
    ...(stop && { stop }),
    ...(seed !== undefined && { seed }),
  }
}

function format({ responseFormat }: LMConfig): Partial<ChatRequest> {
  if (responseFormat?.type === 'json_object') return { format: 'json' }
  return responseFormat?.type === 'json_schema' ? { format: responseFormat.schema } : {}
}

function tools({ tools: list = [], toolChoice }: LMConfig): Partial<ChatRequest> {
  if (list.length === 0 || toolChoice === 'none') return {}
  return {
    tools: list.map(({ name, description = '', parameters }): Tool => {
      return { type: 'function', function: { name, description, parameters } }
    }),
  }
}

const thinking = {
  none: false,
  minimal: 'low',
  low: 'low',
  medium: 'medium',
  high: 'high',
} as const

function think({ reasoningEffort }: LMConfig): Partial<ChatRequest> {
  return reasoningEffort === undefined ? {} : { think: thinking[reasoningEffort] }
}
