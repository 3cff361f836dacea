import { MockLM } from '@ockham/core/testing'
import { expect, it } from 'vitest'
import { composePlainly } from '../proposal.ts'
import { Chain } from './__fixtures__/chain.ts'
import { perPredictorProposal } from './per-predictor-proposal.ts'

const small = new MockLM({}, { model: 'test/small' })
const large = new MockLM({}, { model: 'test/large' })
const paths = ['plan', 'solve', 'write']

it('says what each predictor asks', () => {
  const { name, choice } = perPredictorProposal(paths, [small, large, small])
  expect(name).toBe('plan: test/small, solve: test/large, write: test/small')
  expect(choice).toEqual({ plan: 'test/small', solve: 'test/large', write: 'test/small' })
})

it('is called as the model is where all predictors ask the same', () => {
  expect(perPredictorProposal(paths, [small, small, small]).name).toBe('test/small')
})

it('gives each predictor of a program its LM', () => {
  const program = new Chain()
  perPredictorProposal(paths, [small, large, small]).bind(program, composePlainly)
  expect(program.predictors().map(({ lm }) => lm)).toEqual([small, large, small])
})
