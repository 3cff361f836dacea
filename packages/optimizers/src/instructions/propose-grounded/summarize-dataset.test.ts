import { example, type LMRequest, OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField } from '../__fixtures__/prompt-text.ts'
import { summarizeDataset } from './summarize-dataset.ts'

const rows = (count: number): object[] =>
  Array.from({ length: count }, (_, index) =>
    example({ ticket: `ticket ${index}.`, team: 'shipping' }, { inputs: ['ticket'] }),
  )

const isLook = (request: LMRequest): boolean => promptField(request, 'examples') !== ''

/** An LM that answers looks one after another, and sums up at last. */
function lookingLM(look: (index: number) => string): MockLM {
  let looks = 0
  return new MockLM((request) => {
    if (!isLook(request)) return 'The summary.'
    looks += 1
    return look(looks - 1)
  })
}

describe('summarizeDataset', () => {
  it('looks at the data in portions, tells each look what the ones before saw, and sums up', async () => {
    const lm = lookingLM((index) => `observation ${index}`)
    const summary = await summarizeDataset({ trainset: rows(25) }, { lm })
    expect(summary).toBe('The summary.')
    const [first, second, third, last] = lm.requests
    expect(lm.requests).toHaveLength(4)
    expect(promptField(first, 'examples')).toContain('ticket 9.')
    expect(promptField(first, 'examples')).not.toContain('ticket 10.')
    expect(promptField(second, 'prior_observations')).toBe('observation 0')
    expect(promptField(third, 'examples').match(/^# Example/gm)).toHaveLength(5)
    expect(promptField(last, 'observations')).toBe('observation 0\nobservation 1\nobservation 2')
  })

  it('looks ten times at most', async () => {
    const lm = lookingLM((index) => `observation ${index}`)
    await summarizeDataset({ trainset: rows(500) }, { lm })
    expect(lm.requests.filter(isLook)).toHaveLength(10)
  })

  it('stops after five looks that add nothing, which do not count as observations', async () => {
    const lm = lookingLM((index) => (index === 0 ? 'observation' : '"Complete."'))
    await summarizeDataset({ trainset: rows(500), viewDataBatchSize: 5 }, { lm })
    expect(lm.requests.filter(isLook)).toHaveLength(6)
    expect(promptField(lm.requests.at(-1), 'observations')).toBe('observation')
  })

  it('has no summary when nothing was observed', async () => {
    const lm = lookingLM(() => '')
    expect(await summarizeDataset({ trainset: rows(3) }, { lm })).toBe('')
    expect(lm.requests).toHaveLength(1)
  })

  it('refuses an empty trainset', async () => {
    await expect(summarizeDataset({ trainset: [] })).rejects.toThrow(OptionError)
  })
})
