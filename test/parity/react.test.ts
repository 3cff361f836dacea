import { ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface Call {
  predictor: string
  signature: RecordedSignature
  inputs: Record<string, unknown>
  messages: { role: string; content: unknown }[]
  reply: string
  parsed: Record<string, unknown>
}

interface Trace {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  calls: Call[]
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }

test.each(vectors<Trace>('react'))(
  '$id: every call of a ReAct run is asked and read as in DSPy',
  ({ adapter, calls }) => {
    for (const { signature, inputs, messages, reply, parsed } of calls) {
      const made = recordedSignature(signature)
      expect(adapters[adapter].format(made, [], inputs).map(asDSPyMessage)).toEqual(messages)
      expect(adapters[adapter].parse(made, reply)).toEqual(parsed)
    }
  },
)
