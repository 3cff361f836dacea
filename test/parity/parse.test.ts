import { AdapterParseError, ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
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

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }
const recorded = vectors<ParseVector>('parse').filter(({ adapter }) => !(adapter in notYet))

function parse({ adapter, signature, completion }: ParseVector): object {
  return adapters[adapter].parse(recordedSignature(signature), completion)
}

test.each(recorded.filter(({ error }) => error === null))(
  '$id: what DSPy reads from a $adapter reply is read the same',
  (vector) => {
    expect(parse(vector)).toEqual(vector.expected)
  },
)

const failures = recorded.filter(({ error }) => error !== null)

test.each(failures)(
  '$id: a $adapter reply that DSPy cannot read gives valid fields or a typed error',
  (vector) => {
    const result = tryParse(vector)
    if (AdapterParseError.is(result)) return
    expect(Object.keys(result)).toEqual(Object.keys(recordedSignature(vector.signature).outputs))
  },
)

test('of the replies that DSPy cannot read, all but two are read', () => {
  const unread = failures.filter((vector) => AdapterParseError.is(tryParse(vector)))
  expect([failures.length, unread.length]).toEqual([106, 2])
})

function tryParse(vector: ParseVector): object {
  try {
    return parse(vector)
  } catch (error) {
    if (AdapterParseError.is(error)) return error
    throw error
  }
}
