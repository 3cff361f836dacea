import { expectTypeOf, test } from 'vitest'
import type { Prediction } from '../../example/prediction.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { MultiChainComparison } from './multi-chain-comparison.ts'

const compare = new MultiChainComparison("question -> label: 'a' | 'b'")

test('it takes the inputs and the completions, and adds its rationale', () => {
  type Outputs = { rationale: string } & { label: 'a' | 'b' }
  expectTypeOf(compare).returns.toEqualTypeOf<Promise<Prediction<Outputs>>>()
})

test('completions are predictions of ChainOfThought, one with many, or plain objects', async () => {
  const solve = new ChainOfThought("question -> label: 'a' | 'b'")
  const prediction = await solve({ question: 'q' })
  compare({ question: 'q', completions: prediction })
  compare({ question: 'q', completions: [prediction, prediction] })
  compare({ question: 'q', completions: [{ rationale: 'r', label: 'a' }] })
})

test('wrong uses do not compile', async () => {
  // @ts-expect-error the completions are missing
  compare({ question: 'q' })
  // @ts-expect-error an attempt has its thoughts
  compare({ question: 'q', completions: [{ label: 'a' }] })
  // @ts-expect-error an answer of the wrong type
  compare({ question: 'q', completions: [{ reasoning: 'r', label: 'c' }] })
  const plain = await new Predict("question -> label: 'a' | 'b'")({ question: 'q' })
  // @ts-expect-error a prediction without reasoning
  compare({ question: 'q', completions: plain })
  // @ts-expect-error DSPy's capital letter
  new MultiChainComparison('q -> a', { M: 3 })
})
