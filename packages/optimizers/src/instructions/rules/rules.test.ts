import { ContextWindowExceededError, example, OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField, promptText } from '../__fixtures__/prompt-text.ts'
import { appendRules } from './append-rules.ts'
import { induceRules } from './induce-rules.ts'

const examples = Array.from({ length: 20 }, (_, index) =>
  example(
    { ticket: `${index} ${'blah '.repeat(40)}`, label: `label ${index}` },
    { inputs: ['ticket'] },
  ),
)

/** An LM whose context window takes prompts of so many characters. */
function narrowLM(characters: number): MockLM {
  return new MockLM((request) => {
    if (promptText(request).length > characters) throw new ContextWindowExceededError('too long')
    return '- be exact'
  })
}

describe('induceRules', () => {
  it('asks for so many rules out of inputs and labels', async () => {
    const lm = new MockLM({ rules: 'One.\nTwo.' })
    const induced = await induceRules({ examples, numRules: 7 }, { lm })
    expect(induced).toEqual({ rules: 'One.\nTwo.', examplesShown: 20 })
    expect(promptField(lm.requests[0], 'number_of_rules')).toBe('7')
    expect(promptField(lm.requests[0], 'examples')).toMatch(/## Labels\n### label\nlabel 19/)
  })

  it('drops the last examples until the prompt fits the context window', async () => {
    const lm = narrowLM(3500)
    const { rules, examplesShown } = await induceRules({ examples }, { lm })
    expect(rules).toBe('- be exact')
    expect(examplesShown).toBeLessThan(20)
    const shown = promptField(lm.requests.at(-1), 'examples')
    expect(shown).toContain('label 0')
    expect(shown).not.toContain('label 19')
  })

  it('shows less of a dataset that filled its bound, so that trying again helps', async () => {
    const lm = narrowLM(12_000)
    const many = Array.from({ length: 1000 }, () => examples).flat()
    const { rules } = await induceRules({ examples: many }, { lm })
    expect(rules).toBe('- be exact')
    expect(lm.requests.length).toBeLessThan(10)
  })

  it('gives up when a single example is too long', async () => {
    const lm = narrowLM(10)
    await expect(induceRules({ examples }, { lm })).rejects.toThrow(ContextWindowExceededError)
    expect(lm.requests.length).toBeLessThan(15)
  })

  it('passes other failures on at once', async () => {
    const lm = new MockLM([])
    await expect(induceRules({ examples }, { lm })).rejects.toThrow('MockLM has 0 replies')
  })

  it('refuses to find rules in nothing', async () => {
    await expect(induceRules({ examples: [] })).rejects.toThrow(OptionError)
  })
})

describe('appendRules', () => {
  it('puts rules behind the instructions, and leaves them alone without rules', () => {
    expect(appendRules('Sort.', ' One.\nTwo.\n')).toMatch(/^Sort\.\n\n.*\nOne\.\nTwo\.$/)
    expect(appendRules('Sort.', ' \n')).toBe('Sort.')
  })
})
