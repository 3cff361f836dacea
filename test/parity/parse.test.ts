import { AdapterParseError, ChatAdapter, JSONAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
import notYet from './not-yet.json' with { type: 'json' }
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface ParseVector {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  completion: string
  expected: Record<string, unknown> | null
  error: string | null
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter() }
const recorded = vectors<ParseVector>('parse').filter(({ adapter }) => !(adapter in notYet))

function parse({ adapter, signature, completion }: ParseVector): object {
  if (adapter === 'xml') throw new Error('listed in not-yet.json')
  return adapters[adapter].parse(recordedSignature(signature), completion)
}

test.each(recorded.filter(({ error }) => error === null))(
  '$id: what DSPy reads from a $adapter reply is read the same',
  (vector) => {
    expect(parse(vector)).toEqual(vector.expected)
  },
)

test.each(recorded.filter(({ error }) => error !== null))(
  '$id: a $adapter reply that DSPy cannot read gives valid fields or a typed error',
  (vector) => {
    try {
      expect(Object.keys(parse(vector))).toEqual(
        Object.keys(recordedSignature(vector.signature).outputs),
      )
    } catch (error) {
      expect(AdapterParseError.is(error)).toBe(true)
    }
  },
)
