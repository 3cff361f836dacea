import { expect, test } from 'vitest'
import { z } from 'zod'
import { z as zod3 } from 'zod/v3'
import type { StandardSchema } from '../standard-schema.ts'
import { readToolArguments } from './read-tool-arguments.ts'

const input = z.object({
  city: z.string(),
  days: z.int().default(3),
  unit: z.enum(['celsius', 'fahrenheit']).optional(),
  tags: z.array(z.string()).optional(),
  exact: z.boolean().optional(),
  place: z.object({ lat: z.number(), lon: z.number() }).optional(),
})

test('defaults and transforms of the schema apply', () => {
  expect(readToolArguments(input, { city: 'Oslo' })).toEqual({
    ok: true,
    value: { city: 'Oslo', days: 3 },
  })
  const dated = z.object({ on: z.string().transform((text) => text.length) })
  expect(readToolArguments(dated, { on: 'May' })).toEqual({ ok: true, value: { on: 3 } })
})

test.for([
  [{ days: '3' }, { days: 3 }],
  [{ days: 3.0 }, { days: 3 }],
  [{ exact: 'true' }, { exact: true }],
  [{ exact: 'False' }, { exact: false }],
  [{ unit: 'Celsius' }, { unit: 'celsius' }],
  [{ unit: null }, { days: 3 }],
  [{ tags: '["a", "b"]' }, { tags: ['a', 'b'] }],
  [{ tags: [1, 2] }, { tags: ['1', '2'] }],
  [{ place: '{"lat": "59.9", "lon": 10}' }, { place: { lat: 59.9, lon: 10 } }],
  [{ city: 8001 }, { city: '8001' }],
])('%j is read as it was meant', ([given, read]) => {
  expect(readToolArguments(input, { city: 'Oslo', ...given })).toEqual({
    ok: true,
    value: { city: 'Oslo', days: 3, ...read },
  })
})

test.for([
  { days: 'three' },
  { days: 'about 3' },
  { days: 2.5 },
  { days: [3] },
  { city: null },
  { city: { name: 'Oslo' } },
  { tags: 'a' },
  { tags: '[not json' },
  { place: 'Oslo' },
])('%j is not guessed at', (given) => {
  expect(readToolArguments(input, { city: 'Oslo', ...given }).ok).toBe(false)
})

test('what the schema does not know is dropped, kept or refused as the schema says, also beside repairs', () => {
  const shape = { days: z.int() }
  const args = { days: '3', extra: 1 }
  expect(readToolArguments(z.object(shape), args)).toEqual({ ok: true, value: { days: 3 } })
  expect(readToolArguments(z.looseObject(shape), args)).toEqual({
    ok: true,
    value: { days: 3, extra: 1 },
  })
  expect(readToolArguments(z.strictObject(shape), args).ok).toBe(false)
  const nested = z.object({ inner: z.strictObject(shape) })
  expect(readToolArguments(nested, { inner: args }).ok).toBe(false)
})

test('any Standard Schema will do; one that cannot be looked into checks by itself', () => {
  const even: StandardSchema<{ n: number }> = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value) =>
        Number(Reflect.get(Object(value), 'n')) % 2 === 0
          ? { value: { n: 2 } }
          : { issues: [{ message: 'is odd', path: ['n'] }] },
    },
  }
  expect(readToolArguments(even, { n: 4 })).toEqual({ ok: true, value: { n: 2 } })
  expect(readToolArguments(even, { n: 3 })).toEqual({ ok: false, reason: '"n": is odd' })
  const old = zod3.object({ n: zod3.number() })
  expect(readToolArguments(old, { n: '3' })).toEqual({ ok: true, value: { n: 3 } })
})

test('a refinement holds for repaired arguments too', () => {
  const range = z.object({ from: z.number(), to: z.number() }).refine(({ from, to }) => from < to)
  expect(readToolArguments(range, { from: '1', to: '2' }).ok).toBe(true)
  expect(readToolArguments(range, { from: '2', to: '1' }).ok).toBe(false)
})
