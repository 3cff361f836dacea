import { ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { differsOnPurpose, withoutDocumentation } from './on-purpose.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface FormatVector {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  demos: Record<string, unknown>[]
  inputs: Record<string, unknown>
  messages: { role: string; content: unknown }[]
}

// Tool calls are told in words here; as messages of their own they are in native.test.ts.
const told = { useNativeFunctionCalling: false }
const adapters = {
  chat: new ChatAdapter(told),
  json: new JSONAdapter(told),
  xml: new XMLAdapter(told),
}
const recorded = [...vectors<FormatVector>('format'), ...vectors<FormatVector>('special')]

test.each(recorded.filter((vector) => !differsOnPurpose(vector)))(
  '$id: $adapter messages equal those of DSPy to the byte',
  ({ adapter, signature, demos, inputs, messages }) => {
    const ours = adapters[adapter].format(recordedSignature(signature), demos, inputs)
    expect(ours.map(asDSPyMessage)).toEqual(messages.map(withoutDocumentation))
  },
)
