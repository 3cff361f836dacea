import { ChatAdapter, JSONAdapter, ReActV2 } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { recordedTools } from './recorded-tools.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface Run {
  id: string
  adapter: 'chat' | 'json'
  signature: RecordedSignature
  instructions: string
  tools: { name: string; description: string | null; parameters: object }[]
  capabilities: { functionCalling: boolean; reasoning: boolean }
  inputs: Record<string, unknown>
  replies: {
    text: string
    toolCalls?: { id: string; name: string; arguments: string }[]
    reasoning?: string
  }[]
  requests: {
    messages: { role: string; content: unknown }[]
    tools?: { function: { name: string; description?: string; parameters: object } }[]
  }[]
  outputs: Record<string, unknown>
  history: object[]
}

const adapters = { chat: ChatAdapter, json: JSONAdapter }

test.each(vectors<Run>('react-v2'))(
  '$id: with the recorded instructions ReActV2 sends what DSPy sends, call by call, and ends the same',
  async (run) => {
    const { capabilities, requests } = run
    const useNativeFunctionCalling = capabilities.functionCalling
    const adapter = new adapters[run.adapter]({ useNativeFunctionCalling })
    const tools = run.tools.flatMap(({ name }) => recordedTools[name] ?? [])
    const agent = new ReActV2(recordedSignature(run.signature), { tools })
    agent.react.signature = agent.react.signature.withInstructions(run.instructions)
    const lm = new MockLM(run.replies, {
      capabilities: { tools: capabilities.functionCalling, reasoning: capabilities.reasoning },
    })
    const predicted = await agent(run.inputs, { lm, adapter })
    expect(lm.requests.map(({ messages }) => messages.map(asDSPyMessage).map(comparable))).toEqual(
      requests.map(({ messages }) => messages.map(comparable)),
    )
    expect(lm.requests.map(({ config }) => config?.tools?.map(comparableTool))).toEqual(
      requests.map((request) => request.tools?.map((one) => comparableTool(one.function))),
    )
    const { history, terminationReason, ...outputs } = predicted
    expect({ ...outputs }).toEqual(run.outputs)
    expect(terminationReason).toBe('submit')
    expect(history.messages).toEqual(run.history)
  },
)

/** A message with what is said in our own words, with Python 3.14's name of `str | None`, and without a tool's name. */
function comparable(message: object): unknown {
  return JSON.parse(JSON.stringify(message), (key, value) => {
    if (key === 'content') return comparableText(value ?? '')
    if (key === 'arguments') return JSON.parse(value)
    if (key === 'name' && !('arguments' in message)) return undefined
    return value
  })
}

function comparableText(text: string): string {
  return text
    .replaceAll('UnionType[', 'Union[')
    .replaceAll(
      'Submit the final outputs for the task.',
      'Gives the final result and ends the task.',
    )
}

function comparableTool({ name, parameters }: { name: string; parameters: object }): object {
  return { name, parameters }
}
