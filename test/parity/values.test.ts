import { ChatAdapter, signature } from '@ockham/core'
import { expect, test } from 'vitest'
import { namedTypes } from './named-types.ts'
import { vectors } from './vectors.ts'

interface ValueVector {
  id: string
  type: string
  value: unknown
  text: string
}

test.each(vectors<ValueVector>('values'))('$id: a $type is written as DSPy writes it', (vector) => {
  const probe: string = `x: ${vector.type} -> y`
  const [, user] = new ChatAdapter().format(signature(probe, { types: namedTypes }), [], {
    x: vector.value,
  })
  expect(user?.content).toBe(
    `[[ ## x ## ]]\n${vector.text}\n\nRespond with the corresponding output fields, starting with the field \`[[ ## y ## ]]\`, and then ending with the marker for \`[[ ## completed ## ]]\`.`,
  )
})
