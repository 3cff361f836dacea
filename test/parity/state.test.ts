import { ChainOfThought, ChatAdapter, Module, Predict } from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { vectors } from './vectors.ts'

interface StateVector {
  id: string
  program: keyof typeof programs
  state: unknown
  messages: Record<string, unknown>
  inputs?: Record<string, Record<string, unknown>>
}

/** The modules are only asked for their predictors. */
abstract class Parts extends Module<object, object> {
  forward = async () => ({})
}

class Two extends Parts {
  draft = new Predict('question -> draft')
  refine = new ChainOfThought('question, draft -> answer, score: float')
}

class Inner extends Parts {
  answer = new ChainOfThought('question -> answer, score: float')
}

class Nested extends Parts {
  steps = [new Predict('question -> draft'), new ChainOfThought('question, draft -> draft2')]
  tools = { search: new Predict('query -> results: list[str]') }
  inner = new Inner()
}

class Media extends Parts {
  describe = new Predict('photo: Image, notes: list[str] -> caption, tags: list[str]')
}

const programs = {
  predict: () => new Predict('question -> answer'),
  cot: () => new ChainOfThought('question -> answer'),
  two: () => new Two(),
  nested: () => new Nested(),
  media: () => new Media(),
}

const recorded = vectors<StateVector>('state')

function sent(program: Module<never, object>, { inputs = {} }: StateVector): unknown {
  const calls = program.namedPredictors().map(([path, { signature, demos }]) => {
    const probe = Object.fromEntries(signature.inputFields.map(({ name }) => [name, 'probe']))
    const messages = new ChatAdapter().format(signature, demos, inputs[path] ?? probe)
    return [path, messages.map(asDSPyMessage)]
  })
  return Object.fromEntries(calls)
}

test.each(recorded)('$id: a $program that DSPy saved sends the same messages here', (vector) => {
  const loaded: Module<never, object> = programs[vector.program]()
  loaded.loadState(vector.state)
  expect(sent(loaded, vector)).toEqual(vector.messages)
})

test.each(recorded)('$id: a $program written for DSPy and for us comes back the same', (vector) => {
  const loaded: Module<never, object> = programs[vector.program]()
  loaded.loadState(vector.state)
  for (const format of ['dspy', 'ockham'] as const) {
    const again: Module<never, object> = programs[vector.program]()
    again.loadState(JSON.parse(JSON.stringify(loaded.dumpState({ format }))))
    expect(sent(again, vector)).toEqual(vector.messages)
  }
})
