import { ChatAdapter, JSONAdapter, ReAct, type Tool, tool, XMLAdapter } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { asDSPyMessage } from './dspy-messages.ts'
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

/** The tools of `generate/react.py`. */
const recordedTools: Readonly<Record<string, Tool>> = {
  search: tool({
    name: 'search',
    description: 'Searches the web.',
    input: z.object({ query: z.string(), limit: z.int().default(3) }),
    execute: ({ query, limit }) => Array.from({ length: limit }, (_, at) => `${query} ${at}`),
  }),
  add: tool({
    name: 'add',
    description: 'Adds two numbers.',
    input: z.object({ a: z.number(), b: z.number() }),
    execute: ({ a, b }) => a + b,
  }),
  lookup: tool({
    name: 'lookup',
    description: 'Looks "things" up.\n    On several lines.',
    input: z.object({
      key: z.string(),
      deep: z.boolean().default(false),
      note: z.string().nullable().default(null),
    }),
    execute: ({ key, deep, note }) => ({ key, deep, note }),
  }),
  say: tool({
    name: 'say',
    input: z.object({ text: z.string() }),
    execute: ({ text }) => text,
  }),
  nothing: tool({ name: 'nothing', description: 'Does nothing.', execute: () => null }),
}

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
