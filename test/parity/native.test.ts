import {
  type Adapter,
  AdapterParseError,
  ChatAdapter,
  JSONAdapter,
  type LM,
  type LMConfig,
  type LMOutput,
  type LMRequest,
  Predict,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { differsOnPurpose, withoutDocumentation } from './on-purpose.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface NativeVector {
  id: string
  adapter: 'chat' | 'json'
  signature: RecordedSignature
  capabilities: {
    functionCalling: boolean
    reasoning: boolean
    responseSchema: boolean
    model: string
  }
  lmKwargs: { reasoning_effort?: LMConfig['reasoningEffort'] | null }
  demos: Record<string, unknown>[]
  inputs: Record<string, unknown>
  reply: {
    text: string | null
    toolCalls?: { id: string; name: string; arguments: string }[]
    reasoning?: string
    citations?: Record<string, unknown>[]
  }
  request: {
    messages: { role: string; content: unknown }[]
    tools?: { function: { name: string; description: string | null; parameters: object } }[]
    responseFormat?: { kind: 'schema' | 'json_object' }
    reasoningEffort?: string
  }
  expected: Record<string, unknown> | null
  error: string | null
}

const adapters: Record<NativeVector['adapter'], Adapter> = {
  chat: new ChatAdapter({ useNativeFunctionCalling: true }),
  json: new JSONAdapter(),
}

async function run(vector: NativeVector) {
  const requests: LMRequest[] = []
  const predict = new Predict(recordedSignature(vector.signature))
  predict.demos = vector.demos
  const effort = vector.lmKwargs.reasoning_effort
  const prediction = await predict(vector.inputs, {
    lm: scriptedLM(vector, requests),
    adapter: adapters[vector.adapter],
    ...(effort === undefined ? {} : { reasoningEffort: effort ?? 'none' }),
  }).catch((error: unknown) => error)
  return { prediction, request: requests[0] }
}

function scriptedLM({ capabilities, reply }: NativeVector, requests: LMRequest[]): LM {
  const { functionCalling, reasoning, responseSchema, model } = capabilities
  const output: LMOutput = {
    text: reply.text ?? '',
    finishReason: reply.toolCalls ? 'tool_calls' : 'stop',
    ...(reply.toolCalls ? { toolCalls: reply.toolCalls } : {}),
    ...(reply.reasoning === undefined ? {} : { reasoning: reply.reasoning }),
    ...(reply.citations ? { citations: JSON.parse(inOurSpelling(reply.citations)) } : {}),
  }
  return {
    model,
    capabilities: {
      tools: functionCalling,
      // Of these models DSPy knows that the API keeps their thoughts to itself.
      reasoning: reasoning && !model.includes('gpt-5'),
      citations: model.startsWith('anthropic/'),
      jsonObject: true,
      jsonSchema: responseSchema,
    },
    async generate(request) {
      requests.push(request)
      return { model, outputs: [output], usage: { inputTokens: 1, outputTokens: 1 } }
    },
    async *stream() {},
  }
}

function inOurSpelling(citations: object): string {
  return JSON.stringify(citations).replaceAll(
    /"(\w+)":/g,
    (_, key: string) =>
      `"${key.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())}":`,
  )
}

const recorded = vectors<NativeVector>('native')

/** An LM without tools is told of earlier calls in words here; DSPy sends it tool messages, which servers refuse. */
function isRefused({
  capabilities,
  inputs,
}: Pick<NativeVector, 'capabilities' | 'inputs'>): boolean {
  return !capabilities.functionCalling && JSON.stringify(inputs).includes('toolCalls')
}

const comparable = recorded.filter(
  ({ signature, request: { messages }, ...vector }) =>
    !differsOnPurpose({ signature, messages }) && !isRefused(vector),
)

test.each(comparable)(
  '$id: the LM is asked as by DSPy, with tools and efforts of its own',
  async (vector) => {
    const { request } = await run(vector)
    const { messages, tools, responseFormat, reasoningEffort } = vector.request
    expect(request?.messages.map(asDSPyMessage).flatMap(comparableMessage)).toEqual(
      messages.map(withoutDocumentation).flatMap(comparableMessage),
    )
    expect(request?.config?.tools ?? []).toEqual(
      (tools ?? []).map(({ function: { name, description, parameters } }) => ({
        name,
        ...(description ? { description } : {}),
        parameters,
      })),
    )
    const effort = request?.config?.reasoningEffort
    expect(effort === 'none' ? undefined : effort).toBe(reasoningEffort)
    const asksForJSON = request?.config?.responseFormat !== undefined
    // An LM that quotes takes no schema beside.
    const quotes =
      !vector.request.messages.some(({ content }) => String(content).includes('(Citations)')) &&
      vector.signature.spec.includes('Citations')
    expect(asksForJSON).toBe(responseFormat !== undefined && !quotes)
  },
)

test.each(recorded.filter(({ error }) => error === null))(
  '$id: the reply gives what it gives in DSPy, and never null where the type has none',
  async (vector) => {
    const { prediction } = await run(vector)
    if (AdapterParseError.is(prediction)) {
      // What DSPy leaves None though its type has no None is an error that says so.
      expect(vector.expected?.[prediction.field]).toBeNull()
      return
    }
    // Of several texts none can be told to be what was said beside the calls.
    expect([withoutNull(vector, vector.reply.text ?? ''), withoutNull(vector, '')]).toContainEqual({
      ...Object(prediction),
    })
  },
)

/** A message that says something, without the tool's name, and with arguments as what they stand for. */
function comparableMessage(message: object): unknown[] {
  const shown: object = JSON.parse(JSON.stringify(message), (key, value) => {
    if (key === 'arguments' && typeof value === 'string') return JSON.parse(value)
    if (key === 'name' || (key === 'content' && value === null)) return undefined
    return (key === 'content' || key === 'tool_calls') && String(value) === '' ? undefined : value
  })
  return Object.keys(shown).length > 1 ? [shown] : []
}

/** DSPy's None for a field that the reply lacks is what was said beside the calls, or no calls and no quotations. */
function withoutNull({ expected, signature }: NativeVector, said: string): Record<string, unknown> {
  const { outputs } = recordedSignature(signature)
  const values = Object.entries(expected ?? {}).map(([name, value]) => {
    const field = Object.entries(outputs).find(([key]) => key === name)?.[1]
    if (value !== null || !isField(field)) return [name, value]
    const { type } = field
    if (type.kind === 'str') return [name, said.trim()]
    if (type.kind !== 'special') return [name, null]
    if (type.name === 'ToolCalls') return [name, { toolCalls: [] }]
    return [name, type.name === 'Citations' ? { citations: [] } : '']
  })
  return Object.fromEntries(values)
}

function isField(value: unknown): value is { type: { kind: string; name?: string } } {
  return typeof value === 'object' && value !== null && 'type' in value
}
