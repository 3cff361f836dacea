import { ChainOfThought, example, Module, OptionError, Predict, traced } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { namedSteps } from './named-steps.ts'
import { renderExamples } from './render-examples.ts'
import { renderTrace } from './render-trace.ts'
import { renderValue } from './render-value.ts'

class Answering extends Module<{ question: string }, { answer: string }> {
  search = new Predict('question -> hits: list[str]')
  respond = new ChainOfThought('question, hits: list[str] -> answer')

  override async forward({ question }: { question: string }): Promise<{ answer: string }> {
    const { hits } = await this.search({ question })
    return this.respond({ question, hits })
  }
}

describe('renderTrace', () => {
  it('shows the calls of a run in order, under the names of their predictors', async () => {
    const program = new Answering()
    program.setLM(new MockLM({ hits: ['one', 'two'], reasoning: 'because', answer: 'yes' }))
    const { result, trace } = await traced(() => program({ question: 'why?' }))
    const steps = namedSteps(program, trace)
    const text = renderTrace({ steps, result, feedback: 'right' })
    expect(text).toMatch(/# Step 1: search\n## Inputs\n### question\nwhy\?[\s\S]*"one",\n {2}"two"/)
    expect(text).toMatch(/# Step 2: respond\.predict[\s\S]*### reasoning\nbecause/)
    expect(text).toMatch(/# Result\n[\s\S]*### answer\nyes[\s\S]*# Feedback\nright$/)
  })

  it('shows a reply that could not be read, and what is said of one call', () => {
    const step = { predictor: 'self', inputs: {}, outputs: 'gibberish', feedback: 'no answer' }
    expect(renderTrace({ steps: [step] })).toBe(
      '# Step 1: self\n## Outputs\ngibberish\n\n## Feedback\nno answer',
    )
  })

  it('says when nothing was called', () => {
    expect(renderTrace({ steps: [] })).toBe('(no predictor was called)')
  })

  it('refuses a bound that would show nothing, by name', () => {
    expect(() => renderTrace({ steps: [{ predictor: 'a', inputs: {}, outputs: '' }] }, 10)).toThrow(
      OptionError,
    )
  })
})

describe('renderExamples', () => {
  it('shows labels apart from inputs', () => {
    const row = example({ ticket: 'help', label: 'urgent' }, { inputs: ['ticket'] })
    expect(renderExamples([row])).toBe(
      '# Example 1\n## Inputs\n### ticket\nhelp\n\n## Labels\n### label\nurgent',
    )
  })
})

describe('renderValue', () => {
  it('writes out what JSON cannot', () => {
    const value = { big: 10n, map: new Map([['a', 1]]), set: new Set([2]), error: new Error('oh') }
    expect(JSON.parse(renderValue(value))).toEqual({
      big: '10',
      map: { a: 1 },
      set: [2],
      error: 'Error: oh',
    })
    expect(renderValue(undefined)).toBe('undefined')
  })

  it('survives a value that contains itself', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    expect(renderValue(cycle)).toContain('cannot be written out')
  })

  it('tells of the data of an image only how long it is', () => {
    const url = `data:image/png;base64,${'iVBORw0K'.repeat(1000)}`
    expect(renderValue({ url })).toContain('(8000 characters of data)')
  })
})
