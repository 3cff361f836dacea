import { describe, expect, it } from 'vitest'
import { withoutLabel } from './without-label.ts'

describe('withoutLabel', () => {
  it.each([
    'Instruction: Sort the mail.',
    '**Proposed Instruction:** Sort the mail.',
    'Here is the improved instruction:\n\nSort the mail.',
    "Here's my new prompt: Sort the mail.",
    '## Instructions:\nSort the mail.',
    '"Sort the mail."',
    'Instruction: "Sort the mail."',
  ])('takes away what announces the instruction: %j', (text) => {
    expect(withoutLabel(text)).toBe('Sort the mail.')
  })

  it.each([
    'Answer the question: in one word.',
    'Note: sort the mail.',
    'Follow the instructions: first sort, then send.',
    '"Yes" and "No" are the labels; answer "No"',
    'Instructions come in the mail. Sort it.',
  ])('keeps what is part of the instruction: %j', (text) => {
    expect(withoutLabel(text)).toBe(text)
  })
})
