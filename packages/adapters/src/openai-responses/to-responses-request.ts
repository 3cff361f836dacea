import { type LMConfig, UnsupportedFeatureError } from '@ockham/core'
import type { OpenAI } from 'openai'
import { isReasoningModel } from '../openai/is-reasoning-model.ts'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { toResponsesItems } from './to-responses-items.ts'

type Body = OpenAI.Responses.ResponseCreateParams

/** The body of `POST /responses`; throws `UnsupportedFeatureError`. A `seed` is left out. */
export function toResponsesRequest({ model, messages, config, streamed }: VendorRequest): object {
  refuseSettings(config, "OpenAI's responses API", ['n'])
  if (config.stop && config.stop.length > 0) {
    throw new UnsupportedFeatureError(
      "OpenAI's responses API has no stop sequences; leave out `stop`, or speak the chat API.",
    )
  }
  const body: Body = {
    model,
    input: messages.flatMap(toResponsesItems),
    // Nothing of a call is kept by the vendor.
    store: false,
    ...(streamed && { stream: true }),
    ...(config.maxTokens !== undefined && { max_output_tokens: config.maxTokens }),
    ...(isReasoningModel(model) ? {} : sampling(config)),
    ...reasoning(config),
    ...format(config),
    ...tools(config),
  }
  return { ...body, ...config.extra }
}

// Reasoning models reject these, so they are left out for them.
function sampling({ temperature, topP, logprobs = false }: LMConfig): Partial<Body> {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(logprobs !== false && { include: ['message.output_text.logprobs'] }),
    ...(typeof logprobs === 'number' && { top_logprobs: logprobs }),
  }
}

function reasoning({ reasoningEffort: effort }: LMConfig): Partial<Body> {
  if (effort === undefined) return {}
  return { reasoning: effort === 'none' ? { effort } : { effort, summary: 'auto' } }
}

function format({ responseFormat }: LMConfig): Partial<Body> {
  if (responseFormat === undefined || responseFormat.type === 'text') return {}
  return { text: { format: responseFormat } }
}

function tools({ tools: list = [], toolChoice }: LMConfig): Partial<Body> {
  if (list.length === 0) return {}
  return {
    // Left out, `strict` would be true here, and forbid optional arguments.
    tools: list.map((tool) => ({ type: 'function', strict: false, ...tool })),
    ...(toolChoice !== undefined && {
      tool_choice:
        typeof toolChoice === 'string' ? toolChoice : { type: 'function', name: toolChoice.name },
    }),
  }
}
