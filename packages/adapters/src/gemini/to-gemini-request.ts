import type { LMConfig, LMMessage } from '@ockham/core'
import { WireObject } from '../internal/wire-object.ts'
import { plainText } from '../vendor/plain-text.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { geminiThinking } from './gemini-thinking.ts'
import { geminiVersion } from './gemini-version.ts'
import { toGeminiContents } from './to-gemini-contents.ts'

const firstWithBoth = 300

/**
 * The body of `:generateContent`, to which the model's name is no part; throws
 * `UnsupportedFeatureError`. `extra.generationConfig` is merged with ours.
 */
export function toGeminiRequest({ model, messages, config }: VendorRequest): object {
  const { generationConfig: more, ...others } = config.extra ?? {}
  const settings = {
    ...generationConfig(config, takesJSON(model, config)),
    ...geminiThinking(model, config.reasoningEffort),
    ...(WireObject.of(more) && Object(more)),
  }
  return {
    ...conversation(model, messages),
    ...(Object.keys(settings).length > 0 && { generationConfig: settings }),
    ...tools(config),
    ...others,
  }
}

function conversation(model: string, messages: readonly LMMessage[]): object {
  // Gemma has no place for instructions but the user's turn.
  if (model.startsWith('gemma')) return { contents: toGeminiContents(model, messages) }
  const system = messages.filter(({ role }) => role === 'system')
  const others = messages.filter(({ role }) => role !== 'system')
  return {
    ...(system.length > 0 && {
      systemInstruction: {
        parts: system.map((message) => ({ text: plainText(message, 'Gemini') })),
      },
    }),
    contents: toGeminiContents(model, others),
  }
}

// Before version 3 tools and JSON exclude each other, and a forced call always does.
function takesJSON(model: string, { tools: list = [], toolChoice = 'auto' }: LMConfig): boolean {
  if (list.length === 0) return true
  const isForced = toolChoice !== 'auto' && toolChoice !== 'none'
  return geminiVersion(model) >= firstWithBoth && !isForced
}

function generationConfig(config: LMConfig, takes: boolean): object {
  const { temperature, maxTokens, topP, stop, n, seed, logprobs = false } = config
  const responseFormat = takes ? config.responseFormat : undefined
  const isJSON = responseFormat !== undefined && responseFormat.type !== 'text'
  return {
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    ...(topP !== undefined && { topP }),
    ...(stop && { stopSequences: stop }),
    ...(n !== undefined && n > 1 && { candidateCount: n }),
    ...(seed !== undefined && { seed }),
    ...(isJSON && { responseMimeType: 'application/json' }),
    ...(responseFormat?.type === 'json_schema' && { responseJsonSchema: responseFormat.schema }),
    ...(logprobs !== false && { responseLogprobs: true }),
    ...(typeof logprobs === 'number' && { logprobs }),
  }
}

function tools({ tools: list = [], toolChoice }: LMConfig): object {
  if (list.length === 0) return {}
  return {
    tools: [
      {
        functionDeclarations: list.map(({ name, description, parameters }) => ({
          name,
          ...(description !== undefined && { description }),
          parametersJsonSchema: parameters,
        })),
      },
    ],
    ...(toolChoice !== undefined && { toolConfig: { functionCallingConfig: calling(toolChoice) } }),
  }
}

const modes = { auto: 'AUTO', none: 'NONE', required: 'ANY' } as const

function calling(toolChoice: NonNullable<LMConfig['toolChoice']>): object {
  if (typeof toolChoice === 'string') return { mode: modes[toolChoice] }
  return { mode: 'ANY', allowedFunctionNames: [toolChoice.name] }
}
