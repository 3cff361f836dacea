import { describe, expect, it } from 'vitest'
import { fenced } from '../render-trace/fenced.ts'
import { fencedText } from './fenced-text.ts'

describe('fencedText', () => {
  it.each([
    ['a fence', '```\nSort the mail.\n```'],
    ['talk around the fence', 'Here you are:\n```\nSort the mail.\n```\nI hope it helps.'],
    ['a language tag', '```markdown\nSort the mail.\n```'],
    ['a tag and spaces', '  ```text  \nSort the mail.\n  ```'],
    ['a longer fence', '````\nSort the mail.\n````'],
    ['a fence on one line', '```Sort the mail.```'],
    ['a longer line end', '```\r\nSort the mail.\r\n```\r\n'],
    ['a fence behind words', 'The instruction: ```\nSort the mail.\n```'],
    ['a fence that is not closed', '```\nSort the mail.'],
    ['no fence', '\n  Sort the mail.\n'],
    ['Windows line ends', '```md\r\nSort the mail.\r\n```'],
  ])('reads %s', (_form, reply) => {
    expect(fencedText(reply)).toBe('Sort the mail.')
  })

  it('keeps fences that stand between the first and the last', () => {
    const text = 'Answer as in:\n```json\n{}\n```\nand nothing else.'
    expect(fencedText(`\`\`\`\n${text}\n\`\`\``)).toBe(text)
    expect(fencedText(fenced(text))).toBe(text)
  })

  it('takes backticks in the middle of a line for text', () => {
    expect(fencedText('Put code into ``` fences, please.')).toBe(
      'Put code into ``` fences, please.',
    )
  })

  it.each(['', '  \n', '```\n```', '``````', '```'])('finds nothing in %j', (reply) => {
    expect(fencedText(reply)).toBe('')
  })

  it('takes time in proportion to the length of a hostile reply', () => {
    const started = performance.now()
    for (const piece of ['`', '``` ', '\n```', '```a']) fencedText(piece.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
