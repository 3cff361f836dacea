import type { LM } from '../../lm/lm.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import type { LMResponse } from '../../lm/lm-response.ts'
import { present } from '../../schema/special/present.ts'
import { firstEventMs } from '../first-event.ts'
import { currentScope } from '../scope.ts'
import { inputMessages, outputMessages } from './message-content.ts'
import { modelAttributes } from './model-attributes.ts'
import { type SpanForm, spanKind } from './span-form.ts'
import type { SpanAttributes } from './tracer.ts'
import { usageAttributes } from './usage-attributes.ts'

const secondMs = 1000

/** An LM call: `chat {model}`. */
export const chatForm: SpanForm<LM, LMRequest, LMResponse> = {
  start: (lm, { config = {} }) => {
    const { provider, model } = modelAttributes(lm.model)
    const { temperature, maxTokens, topP, stop, seed, n = 1, responseFormat } = config
    const attributes = present<SpanAttributes[string]>({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': provider,
      'gen_ai.request.model': model,
      'gen_ai.request.temperature': temperature,
      'gen_ai.request.max_tokens': maxTokens,
      'gen_ai.request.top_p': topP,
      'gen_ai.request.stop_sequences': stop,
      'gen_ai.request.seed': seed,
      'gen_ai.request.choice.count': n === 1 ? undefined : n,
      // A predictor streams just when someone takes what it says.
      'gen_ai.request.stream': currentScope().sink ? true : undefined,
      'gen_ai.output.type': outputType(responseFormat?.type),
    })
    return {
      name: `chat ${model}`,
      kind: spanKind.client,
      attributes,
    }
  },
  end: ({ model, outputs, usage, costUSD, cached }, request) => ({
    'gen_ai.response.model': modelAttributes(model).model,
    'gen_ai.response.finish_reasons': outputs.map(({ finishReason }) => finishReason),
    ...usageAttributes(usage, costUSD),
    ...timeToFirstChunk(firstEventMs(request)),
    ...(cached && { 'ockham.cached': true }),
  }),
  inputContent: ({ messages, config }) => ({
    'gen_ai.input.messages': JSON.stringify(inputMessages(messages)),
    ...(config?.tools && {
      'gen_ai.tool.definitions': JSON.stringify(
        config.tools.map((tool) => ({ type: 'function', ...tool })),
      ),
    }),
  }),
  outputContent: ({ outputs }) => ({
    'gen_ai.output.messages': JSON.stringify(outputMessages(outputs)),
  }),
}

function timeToFirstChunk(firstMs: number | undefined): SpanAttributes {
  if (firstMs === undefined) return {}
  return { 'gen_ai.response.time_to_first_chunk': firstMs / secondMs }
}

function outputType(format: string | undefined): string | undefined {
  if (format === undefined) return undefined
  return format === 'text' ? 'text' : 'json'
}
