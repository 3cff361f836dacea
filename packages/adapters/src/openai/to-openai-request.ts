import type { JSONValue, LMConfig } from '@ockham/core'
import type { OpenAI } from 'openai'
import type { VendorRequest } from '../vendor/vendor.ts'
import { isReasoningModel } from './is-reasoning-model.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { toOpenAIMessage } from './to-openai-message.ts'

type Body = OpenAI.ChatCompletionCreateParams

/** The body of `POST /chat/completions`; throws `UnsupportedFeatureError`. */
export function toOpenAIRequest(
  { model, messages, config, streamed }: VendorRequest,
  dialect: OpenAIDialect,
): object {
  const reasons = dialect.hasReasoningModels && isReasoningModel(model)
  const body: Body = {
    model,
    messages: messages.map(toOpenAIMessage),
    ...(streamed && { stream: true }),
    ...(streamed && dialect.asksStreamUsage && { stream_options: { include_usage: true } }),
    ...limits(config, reasons),
    ...(reasons ? {} : sampling(config)),
    ...(config.stop && { stop: config.stop }),
    ...(config.n !== undefined && { n: config.n }),
    ...(config.seed !== undefined && { seed: config.seed }),
    ...(config.reasoningEffort && { reasoning_effort: config.reasoningEffort }),
    ...(dialect.jsonOrTools && config.tools?.length ? {} : responseFormat(config)),
    ...tools(config),
  }
  return { ...body, ...config.extra }
}

function limits({ maxTokens }: LMConfig, reasons: boolean): Partial<Body> {
  if (maxTokens === undefined) return {}
  return reasons ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }
}

// Reasoning models reject these, so they are left out for them.
function sampling({ temperature, topP, logprobs = false }: LMConfig): Partial<Body> {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(logprobs !== false && { logprobs: true }),
    ...(typeof logprobs === 'number' && { top_logprobs: logprobs }),
  }
}

function responseFormat({ responseFormat: format }: LMConfig): Partial<Body> {
  if (format === undefined || format.type === 'text') return {}
  if (format.type === 'json_object') return { response_format: { type: 'json_object' } }
  const { name, schema, strict } = format
  const named: { name: string; schema: { [key: string]: JSONValue }; strict?: boolean } = {
    name,
    schema,
  }
  if (strict !== undefined) named.strict = strict
  return { response_format: { type: 'json_schema', json_schema: named } }
}

function tools({ tools: list = [], toolChoice }: LMConfig): Partial<Body> {
  if (list.length === 0) return {}
  return {
    tools: list.map((tool) => ({ type: 'function', function: { ...tool } })),
    ...(toolChoice !== undefined && {
      tool_choice:
        typeof toolChoice === 'string'
          ? toolChoice
          : { type: 'function', function: { name: toolChoice.name } },
    }),
  }
}
