import { expect, test } from 'vitest'
import { z } from 'zod'
import type { JSONValue } from '../../schema/json-value.ts'
import { signature } from '../../signature/define-signature.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import { readSubmission } from './read-submission.ts'

const read = (outputs: string, ...args: JSONValue[]) =>
  readSubmission(makeSignature(`q -> ${outputs}`), args)

test.each<[string, JSONValue[], unknown]>([
  ['count: int', [{ count: 42 }], { count: 42 }],
  ['count: int', [42], { count: 42 }],
  ['count: int', [{ count: '42' }], { count: 42 }],
  ['score: float', [3.14], { score: 3.14 }],
  ['valid: bool', [true], { valid: true }],
  ['numbers: list[int]', [[1, 2, 3]], { numbers: [1, 2, 3] }],
  ["answer: Literal['yes', 'no']", ['yes'], { answer: 'yes' }],
  ['answer', [{ answer: 'x', more: 1 }], { answer: 'x' }],
  ['answer', [42], { answer: '42' }],
  ['answer', [true], { answer: 'true' }],
  ['a: dict', [{ k: 1 }], { a: { k: 1 } }],
  ['a: dict', [{ a: { k: 1 } }], { a: { k: 1 } }],
  ['a, n: int', ['x', 3], { a: 'x', n: 3 }],
  ['a, n: Optional[int]', [{ a: 'x' }], { a: 'x', n: null }],
])('%s takes %j', (outputs, args, expected) => {
  expect(read(outputs, ...args)).toEqual({ ok: true, outputs: expected })
})

test.each<[string, JSONValue[], string]>([
  ['answer', [], 'Missing outputs. Call SUBMIT({ answer }).'],
  ['answer', [{ anser: 'x' }], 'Missing outputs. Call SUBMIT({ answer }).'],
  ['a, n: int', [{ n: 1 }], '`a`: it is missing'],
  ['a, n: int', ['x'], 'Missing outputs. Call SUBMIT({ a, n }).'],
  ["answer: Literal['yes', 'no']", [{ answer: 'maybe' }], '`answer`: '],
  ['answer', [{ answer: { k: 1 } }], '`answer`: expected a string, got an object'],
  ['answer', [{ answer: [1] }], '`answer`: expected a string, got an array'],
  ['answer', [null], '`answer`: expected a string, got null'],
  ['a: int, b: int', [{ a: 'x', b: 'y' }], '; `b`: '],
])('%s refuses %j', (outputs, args, reason) => {
  const result = read(outputs, ...args)
  expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
})

test('schemas and bounds are kept', () => {
  const task = signature({
    inputs: { q: z.string() },
    outputs: { n: z.number().max(3), when: z.string().transform((text) => new Date(text)) },
  })
  const outcome = readSubmission(task, [{ n: 2, when: '2026-01-01' }])
  expect(outcome).toEqual({ ok: true, outputs: { n: 2, when: new Date('2026-01-01') } })
  expect(readSubmission(task, [{ n: 9, when: '2026-01-01' }])).toMatchObject({ ok: false })
})
