import { describe, expect, it } from 'vitest'
import { distinctProposals } from './distinct-proposals.ts'
import { toProposal } from './proposal.ts'

describe('toProposal', () => {
  it('keeps the old instructions for an empty reply, and says so', () => {
    expect(toProposal('```\n```', 'Sort.')).toEqual({ instructions: 'Sort.', kept: 'empty' })
    expect(toProposal('Instruction:', 'Sort.')).toEqual({ instructions: 'Sort.', kept: 'empty' })
  })

  it('says when the LM gave the old instructions back', () => {
    const proposal = toProposal('```\nSort.\n```', 'Sort.\n')
    expect(proposal).toEqual({ instructions: 'Sort.\n', kept: 'unchanged' })
  })

  it('says nothing of new instructions', () => {
    expect(toProposal('New instruction: Sort well.', 'Sort.')).toEqual({
      instructions: 'Sort well.',
    })
  })
})

describe('distinctProposals', () => {
  it('takes each new instruction once, in order, and none that was known', () => {
    const replies = ['B', '', 'Sort.', '```\nB\n```', 'A']
    expect(distinctProposals(replies, ['Sort.'])).toEqual(['B', 'A'])
  })
})
