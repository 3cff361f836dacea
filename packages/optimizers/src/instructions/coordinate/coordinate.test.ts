import { OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField } from '../__fixtures__/prompt-text.ts'
import { proposeFromAttempts } from './propose-from-attempts.ts'
import { proposeFromBasic } from './propose-from-basic.ts'

describe('proposeFromBasic', () => {
  it('asks as often as told, and gives each new instruction once', async () => {
    const lm = new MockLM(['Instruction: Be exact.', 'Sort.', '```\nBe exact.\n```', 'Be quick.'])
    const proposed = await proposeFromBasic({ instructions: 'Sort.', breadth: 4 }, { lm })
    expect(proposed).toEqual(['Be exact.', 'Be quick.'])
    expect(promptField(lm.requests[0], 'basic_instruction')).toBe('Sort.')
    expect(lm.requests.map(({ config }) => config?.rolloutId)).toEqual([0, 1, 2, 3])
  })

  it('refuses a breadth of nothing, by name', async () => {
    const asked = proposeFromBasic({ instructions: 'Sort.', breadth: 0 })
    await expect(asked).rejects.toMatchObject({ code: 'option', option: 'breadth' })
  })
})

describe('proposeFromAttempts', () => {
  const attempts = [
    { instructions: 'Middling.', score: 0.5 },
    { instructions: 'Best.', score: 0.9 },
    { instructions: 'Worst.', score: 0.125 },
  ]

  it('lists attempts from the worst to the best with their scores', async () => {
    const lm = new MockLM({ proposed_instruction: 'Better.' })
    expect(await proposeFromAttempts({ attempts, breadth: 2 }, { lm })).toEqual(['Better.'])
    const listed = promptField(lm.requests[0], 'attempted_instructions')
    const order = ['0.125', 'Worst.', '0.500', 'Middling.', '0.900', 'Best.']
    const places = order.map((text) => listed.indexOf(text))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  it('takes no instruction that was tried already', async () => {
    const lm = new MockLM(['Best.', 'Worst.', ''])
    expect(await proposeFromAttempts({ attempts, breadth: 3 }, { lm })).toEqual([])
  })

  it('refuses to learn from nothing', async () => {
    await expect(proposeFromAttempts({ attempts: [], breadth: 1 })).rejects.toThrow(OptionError)
  })
})
