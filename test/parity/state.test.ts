import { ChainOfThought, ChatAdapter, Module, Predict } from '@ockham/core'
import { expect, test } from 'vitest'
import { vectors } from './vectors.ts'

interface StateVector {
  id: string
  program: 'predict' | 'cot' | 'two'
  state: unknown
  messages: Record<string, unknown>
}

class Two extends Module<{ question: string }, { answer: string; score: number }> {
  draft = new Predict('question -> draft')
  refine = new ChainOfThought('question, draft -> answer, score: float')
  async forward({ question }: { question: string }) {
    return this.refine({ question, ...(await this.draft({ question })) })
  }
}

const programs = {
  predict: () => new Predict('question -> answer'),
  cot: () => new ChainOfThought('question -> answer'),
  two: () => new Two(),
}

test.each(vectors<StateVector>('state'))(
  '$id: a $program that DSPy saved sends the same messages here',
  ({ program, state, messages }) => {
    const loaded: Module<never, object> = programs[program]()
    loaded.loadState(state)
    const sent = loaded.namedPredictors().map(([path, { signature, demos }]) => {
      const inputs = Object.fromEntries(signature.inputFields.map(({ name }) => [name, 'probe']))
      return [path, new ChatAdapter().format(signature, demos, inputs)]
    })
    expect(Object.fromEntries(sent)).toEqual(messages)
  },
)
