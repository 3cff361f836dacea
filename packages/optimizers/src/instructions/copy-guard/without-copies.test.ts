import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField } from '../__fixtures__/prompt-text.ts'
import { copiedPassages } from './copied-passages.ts'
import { type OriginalInstructions, withoutCopies } from './without-copies.ts'

const ticket = 'the parcel I ordered on Monday for my aunt in Lisbon has still not arrived'
const examples = [{ ticket, team: 'shipping' }]
const copying = `Choose a team.\nFor instance:\n- ${ticket}`

async function guarded(
  instructions: string,
  replies: string[],
): Promise<{ result: OriginalInstructions; lm: MockLM }> {
  const lm = new MockLM(replies)
  const options = { instructions, current: 'Choose a team.', examples }
  return { result: await withoutCopies(options, { lm }), lm }
}

describe('withoutCopies', () => {
  it('asks nothing when nothing was copied', async () => {
    const { result, lm } = await guarded('Choose the right team.', [])
    expect(result).toEqual({ instructions: 'Choose the right team.', copied: [], outcome: 'clean' })
    expect(lm.requests).toHaveLength(0)
  })

  it('has the instructions written anew, and tells the LM what was copied', async () => {
    const { result, lm } = await guarded(copying, ['```\nLate parcels go to shipping.\n```'])
    expect(result).toEqual({
      instructions: 'Late parcels go to shipping.',
      copied: [ticket],
      outcome: 'rewritten',
    })
    expect(promptField(lm.requests[0], 'instruction')).toContain(copying)
    expect(promptField(lm.requests[0], 'copied_passages')).toContain(ticket)
    expect(lm.requests).toHaveLength(1)
  })

  it('takes the passage out when the LM copies it again', async () => {
    const { result } = await guarded(copying, [`Late parcels go to shipping, as in\n- ${ticket}`])
    expect(result.outcome).toBe('stripped')
    expect(result.instructions).toBe('Late parcels go to shipping, as in')
    expect(copiedPassages(result.instructions, { examples })).toEqual([])
  })

  it('takes the passage out of the instructions given when the reply is empty', async () => {
    const { result } = await guarded(copying, [''])
    expect(result).toMatchObject({ outcome: 'stripped' })
    expect(result.instructions).toBe('Choose a team.\nFor instance:')
  })

  it('keeps the current instructions when nothing but a copy is left', async () => {
    const { result } = await guarded(ticket, [ticket])
    expect(result).toMatchObject({ instructions: 'Choose a team.', outcome: 'kept' })
  })

  it('leaves no copy that appears where a passage was taken out', async () => {
    const [head, tail] = [
      'the parcel I ordered on Monday for',
      'my aunt in Lisbon has still not arrived',
    ]
    const { result } = await guarded(copying, [`${head} ${ticket} ${tail} and more.`])
    expect(copiedPassages(result.instructions, { examples })).toEqual([])
  })
})
