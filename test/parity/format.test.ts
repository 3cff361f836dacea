import { ChatAdapter, JSONAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import notYet from './not-yet.json' with { type: 'json' }
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

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter() }
const recorded = [...vectors<FormatVector>('format'), ...vectors<FormatVector>('special')]

test.each(recorded.filter(({ adapter }) => !(adapter in notYet)))(
  '$id: $adapter messages equal those of DSPy to the byte',
  (vector) => {
    const { adapter, signature, demos, inputs, messages } = vector
    if (adapter === 'xml') throw new Error('listed in not-yet.json')
    const ours = adapters[adapter].format(recordedSignature(signature), demos, inputs)
    const expected = messages.map(withoutDocumentation)
    if (differsOnPurpose(vector.messages)) return
    expect(ours.map(asDSPyMessage)).toEqual(expected)
  },
)
