import { expect, it } from 'vitest'
import type { CallRecord } from '../budget/call-record.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { steadyPrice } from './steady-price.ts'

function row(...calls: Partial<CallRecord>[]): Evaluation {
  const usual = { model: 'test/m', costUSD: 1, cached: false, bound: null }
  return { score: 1, steps: [], calls: calls.map((call) => ({ ...usual, ...call })) }
}

it('is the mean of what examples cost, all their calls together', () => {
  expect(steadyPrice([row({}, { costUSD: 2 }), row({ costUSD: 5 })])).toBe(4)
})

it('counts what this run saved by its memory, and leaves out what other caches answered', () => {
  expect(steadyPrice([row({ costUSD: 0, cached: true, savedUSD: 3 })])).toBe(3)
  expect(steadyPrice([row({ costUSD: 0, cached: true }), row({ costUSD: 5 })])).toBe(5)
})

it('leaves out what failed, and what came before the prompt cache of the provider was warm', () => {
  expect(steadyPrice([row({ costUSD: 9, failed: true }), row({})])).toBe(1)
  const rows = [row({ costUSD: 9 }), row({ costUSD: 8 }), row({ warm: true }), row({ costUSD: 3 })]
  expect(steadyPrice(rows)).toBe(2)
})

it('is not known where no example has a price', () => {
  expect(steadyPrice([])).toBeNull()
  expect(steadyPrice([row()])).toBeNull()
  expect(steadyPrice([row({ costUSD: null }), row({}, { costUSD: null })])).toBeNull()
})
