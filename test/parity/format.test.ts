import { ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import notYet from './not-yet.json' with { type: 'json' }
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface FormatVector {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  demos: Record<string, unknown>[]
  inputs: Record<string, unknown>
  messages: { role: string; content: unknown }[]
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }
const recorded = vectors<FormatVector>('format')

test.each(recorded.filter(({ adapter }) => !(adapter in notYet)))(
  '$id: $adapter messages equal those of DSPy to the byte',
  ({ adapter, signature, demos, inputs, messages }) => {
    expect(adapters[adapter].format(recordedSignature(signature), demos, inputs)).toEqual(messages)
  },
)
