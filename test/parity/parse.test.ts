import { AdapterParseError, ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { expect, test } from 'vitest'
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
const recorded = vectors<ParseVector>('parse')

function parse({ adapter, signature, completion }: ParseVector): object {
  return adapters[adapter].parse(recordedSignature(signature), completion)
}

test.each(recorded.filter(({ error }) => error === null))(
  '$id: what DSPy reads from a $adapter reply is read the same',
  (vector) => {
    const outputs = parse(vector)
    // Where DSPy finds no field and makes do with None for each, we read one that is written otherwise.
    const gaveUp = Object.values(vector.expected ?? {}).every((value) => value === null)
    if (!gaveUp) expect(outputs).toEqual(vector.expected)
    else expect(Object.keys(outputs)).toEqual(Object.keys(vector.expected ?? {}))
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

test('of the replies that DSPy cannot read, a good part is read', () => {
  const unread = failures.filter((vector) => AdapterParseError.is(tryParse(vector)))
  expect(unread.length).toBeLessThanOrEqual((failures.length * 3) / 4)
})

function tryParse(vector: ParseVector): object {
  try {
    return parse(vector)
  } catch (error) {
    if (AdapterParseError.is(error)) return error
    throw error
  }
}
