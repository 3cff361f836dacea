import { ChatAdapter, JSONAdapter, ReAct, XMLAdapter } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { recordedTools } from './recorded-tools.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface Trace {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  tools: { name: string; description: string | null; parameters: object }[]
  maxIters: number
  inputs: Record<string, unknown>
  calls: {
    predictor: 'react' | 'extract.predict'
    signature: RecordedSignature
    messages: { role: string; content: unknown }[]
    reply: string
  }[]
  prediction: Record<string, unknown>
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }

test.each(vectors<Trace>('react'))(
  '$id: with the recorded instructions ReAct sends what DSPy sends, call by call, and predicts the same',
  async ({ adapter, signature, tools, maxIters, inputs, calls, prediction }) => {
    const used = tools.flatMap(({ name }) => recordedTools[name] ?? [])
    const react = new ReAct(recordedSignature(signature), { tools: used, maxIters })
    for (const [name, predictor] of react.namedPredictors()) {
      const recorded = calls.find((call) => call.predictor === name)
      if (!recorded) continue
      const { instructions } = recordedSignature(recorded.signature)
      predictor.signature = predictor.signature.withInstructions(instructions)
    }
    const lm = new MockLM(calls.map(({ reply }) => reply))
    const predicted = await react(inputs, { lm, adapter: adapters[adapter] })
    expect(lm.requests.map(({ messages }) => messages.map(asDSPyMessage))).toEqual(
      calls.map(({ messages }) => messages),
    )
    expect({ ...predicted }).toEqual(prediction)
    expect(used.map(({ name, parameters }) => ({ name, parameters }))).toEqual(
      tools.map(({ name, parameters }) => ({ name, parameters })),
    )
  },
)
