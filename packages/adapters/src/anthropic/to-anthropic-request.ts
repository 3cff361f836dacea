import type Anthropic from '@anthropic-ai/sdk'
import type { LMConfig } from '@ockham/core'
import { plainText } from '../vendor/plain-text.ts'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { anthropicSampling } from './anthropic-sampling.ts'
import { anthropicThinking } from './anthropic-thinking.ts'
import { defaultMaxTokens } from './default-max-tokens.ts'
import { toAnthropicMessages } from './to-anthropic-messages.ts'

type Body = Anthropic.MessageCreateParams

/** The body of `POST /v1/messages`; throws `UnsupportedFeatureError`. A `seed` is left out. */
export function toAnthropicRequest(request: VendorRequest): object {
  const { model, messages, config, streamed } = request
  refuseSettings(config, 'Anthropic', ['n', 'logprobs', 'jsonObject'])
  const { maxTokens = defaultMaxTokens, stop } = config
  const thinking = anthropicThinking(request, maxTokens)
  const system = messages
    .filter(({ role }) => role === 'system')
    .map((message) => plainText(message, 'Anthropic'))
    .filter((text) => text !== '')
  const body: Body = {
    model,
    max_tokens: maxTokens,
    messages: toAnthropicMessages(messages),
    ...(streamed && { stream: true }),
    ...(system.length > 0 && { system: system.join('\n\n') }),
    ...(stop && { stop_sequences: stop }),
    ...thinking,
    ...outputFormat(config, thinking.output_config),
    ...tools(config),
  }
  const sampling = anthropicSampling(model, config, thinking.thinking !== undefined)
  return { ...body, ...sampling, ...config.extra }
}

function outputFormat(
  { responseFormat }: LMConfig,
  config: Anthropic.OutputConfig | undefined,
): Partial<Body> {
  if (responseFormat?.type !== 'json_schema') return {}
  const format: Anthropic.JSONOutputFormat = { type: 'json_schema', schema: responseFormat.schema }
  return { output_config: { ...config, format } }
}

function tools({ tools: list = [], toolChoice }: LMConfig): Partial<Body> {
  if (list.length === 0) return {}
  return {
    tools: list.map(({ name, description, parameters }) => ({
      name,
      ...(description !== undefined && { description }),
      input_schema: { ...parameters, type: 'object' },
    })),
    ...(toolChoice !== undefined && { tool_choice: choice(toolChoice) }),
  }
}

function choice(toolChoice: NonNullable<LMConfig['toolChoice']>): Anthropic.ToolChoice {
  if (typeof toolChoice !== 'string') return { type: 'tool', name: toolChoice.name }
  return { type: toolChoice === 'required' ? 'any' : toolChoice }
}
