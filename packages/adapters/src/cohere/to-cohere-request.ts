import type { LMConfig } from '@ockham/core'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { cohereThinking } from './cohere-thinking.ts'
import { toCohereMessage } from './to-cohere-message.ts'

/** The body of `POST /v2/chat`; throws `UnsupportedFeatureError`. */
export function toCohereRequest({ model, messages, config, streamed }: VendorRequest): object {
  refuseSettings(config, 'Cohere', ['n', 'logprobs'])
  const { temperature, maxTokens, topP, stop, seed } = config
  return {
    model,
    messages: messages.map(toCohereMessage),
    stream: streamed,
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(topP !== undefined && { p: topP }),
    ...(stop && { stop_sequences: stop }),
    ...(seed !== undefined && { seed }),
    ...cohereThinking(model, config.reasoningEffort),
    ...responseFormat(config),
    ...tools(config),
    ...config.extra,
  }
}

// The API takes no JSON together with tools; then the prompt alone asks for it.
function responseFormat({ responseFormat: format, tools: list = [] }: LMConfig): object {
  if (format === undefined || format.type === 'text' || list.length > 0) return {}
  const schema = format.type === 'json_schema' && { json_schema: format.schema }
  return { response_format: { type: 'json_object', ...schema } }
}

function tools({ tools: list = [], toolChoice }: LMConfig): object {
  // One tool cannot be asked for by name, but it can be the only one.
  const only = typeof toolChoice === 'object' ? toolChoice.name : undefined
  const offered = list.filter(({ name }) => only === undefined || name === only)
  if (offered.length === 0) return {}
  const isForced = toolChoice === 'required' || only !== undefined
  return {
    tools: offered.map((tool) => ({ type: 'function', function: { ...tool } })),
    ...(isForced && { tool_choice: 'REQUIRED' }),
    ...(toolChoice === 'none' && { tool_choice: 'NONE' }),
  }
}
