import { ChainOfThought, Module, Predict, signature } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { describeProgram } from './describe-program.ts'

class Answering extends Module<{ question: string }, { answer: string }> {
  respond = new ChainOfThought(
    signature('question, hits: list[str] -> answer', {
      instructions: 'Answer by the hits.',
      fields: { hits: { description: 'what was found' } },
    }),
  )

  override async forward({ question }: { question: string }): Promise<{ answer: string }> {
    return this.respond({ question, hits: ['found in my cellar'] })
  }
}

describe('describeProgram', () => {
  it('names every predictor with its fields, their types and its instructions', () => {
    const text = describeProgram(new Answering())
    expect(text).toContain('# Predictor respond.predict')
    expect(text).toContain('- hits (list[str]): what was found')
    expect(text).toMatch(/Outputs:\n- reasoning \(str\).*\n- answer \(str\)/)
    expect(text).toContain('Answer by the hits.')
  })

  it('shows the source of the class, unless it is told not to', () => {
    expect(describeProgram(new Answering())).toContain('found in my cellar')
    expect(describeProgram(new Answering(), { showSource: false })).not.toContain('cellar')
  })

  it('shows no source that nobody could read: a predictor, a long class, a minified one', () => {
    const long = new Function(
      'Module',
      `return class Long extends Module {\n${'// a line\n'.repeat(900)}}`,
    )
    const minified = new Function(
      'Module',
      `return class A extends Module {a(){}${'b(){};'.repeat(50)}}`,
    )
    for (const program of [new Predict('a -> b'), new (long(Module))(), new (minified(Module))()]) {
      expect(describeProgram(program)).not.toContain('Source')
    }
  })
})
