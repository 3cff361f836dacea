import { Module, Predict } from '@ockham/core'
import { expect, it } from 'vitest'
import type { Evaluation } from '../run/evaluation.ts'
import { appendDemo } from './append-demo.ts'

class Chain extends Module<object, object> {
  search = new Predict('query, hints: list[str] -> hits')
  respond = new Predict('hits -> answer')
  override forward(): Promise<object> {
    return Promise.resolve({})
  }
}

const step = (predictor: string, inputs: object, outputs: object): Evaluation['steps'][number] => ({
  predictor,
  inputs: { ...inputs },
  outputs: { ...outputs },
})

it('shows each predictor its last call, behind what it had, with long inputs cut', () => {
  const program = new Chain()
  const old = { query: 'old', hints: [], hits: 'none' }
  program.search.demos = [old]
  const steps = [
    step('search', { query: 'first', hints: ['a'] }, { hits: 'x' }),
    step('search', { query: 'second query', hints: ['b', 'c'] }, { hits: 'a long list of hits' }),
  ]
  expect(appendDemo(program, { score: 1, steps, calls: [] }, 10)).toBe(true)
  const shown = {
    query: 'second que (cut off here)',
    hints: ['b', 'c'],
    hits: 'a long list of hits',
  }
  expect(program.search.demos).toEqual([old, shown])
  expect(program.respond.demos).toEqual([])
})

it('says so when there is nothing to show', () => {
  expect(appendDemo(new Chain(), { score: 1, steps: [], calls: [] }, 10)).toBe(false)
})
