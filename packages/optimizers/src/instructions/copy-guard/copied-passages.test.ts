import { example, OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { copiedPassages } from './copied-passages.ts'
import { stripPassages } from './strip-passages.ts'

const ticket = 'The parcel I ordered on Monday for my aunt in Lisbon has still not arrived'
const row = (text: string): object =>
  example({ ticket: text, team: 'shipping' }, { inputs: ['ticket'] })
const texts = (instructions: string, examples: object[], words?: number): string[] =>
  copiedPassages(instructions, { examples, ...(words && { words }) }).map(({ text }) => text)

describe('copiedPassages', () => {
  it('finds the passage that an example was copied from, in whatever case and punctuation', () => {
    const copy = 'the parcel, I ordered on MONDAY for my aunt in Lisbon'
    expect(texts(`Choose a team. If "${copy}" then shipping.`, [row(ticket)])).toEqual([copy])
  })

  it('finds copied labels, and copies inside structured values', () => {
    const gold = { labels: [{ reason: 'one two three four five six seven eight nine' }] }
    expect(texts('Say: one two three four five six seven eight nine.', [gold])).toEqual([
      'one two three four five six seven eight nine',
    ])
  })

  it('tells where each passage stands', () => {
    const instructions = `Do not write: ${ticket}. Nor: ${ticket}!`
    const found = copiedPassages(instructions, { examples: [row(ticket)] })
    expect(found.map(({ start, end }) => instructions.slice(start, end))).toEqual([ticket, ticket])
  })

  it('takes as many words as told for a copy', () => {
    const seven = 'the parcel I ordered on Monday for'
    expect(texts(`If ${seven} you`, [row(ticket)])).toEqual([])
    expect(texts(`If ${seven} you`, [row(ticket)], 7)).toEqual([seven])
    expect(texts(`If ${seven} my`, [row(ticket)])).toEqual([`${seven} my`])
  })

  it('raises no alarm over a phrase that many examples share', () => {
    const phrase = 'please answer in one short sentence and be polite'
    const sharing = ['Hello', 'Good morning', 'Hi'].map((greeting) => row(`${greeting}, ${phrase}`))
    expect(texts(`Customers write: ${phrase}.`, sharing)).toEqual([])
    expect(texts(`Customers write: ${phrase}.`, sharing.slice(1))).toEqual([phrase])
  })

  it('is not fooled by one example that stands in the data many times', () => {
    expect(texts(`If ${ticket}`, [row(ticket), row(ticket), row(ticket), row(ticket)])).toEqual([
      ticket,
    ])
  })

  it('raises no alarm over what the old instructions or the descriptions of fields had', () => {
    const found = copiedPassages(`As before: ${ticket}.`, {
      examples: [row(ticket)],
      allowed: ['Other text.', `Old: ${ticket}`],
    })
    expect(found).toEqual([])
  })

  it('does not join the end of one field to the beginning of the next', () => {
    const joined = { one: 'alpha beta gamma delta', two: 'epsilon zeta eta theta' }
    expect(texts('alpha beta gamma delta epsilon zeta eta theta', [joined])).toEqual([])
  })

  it('finds copies in scripts without spaces', () => {
    const chinese = '我星期一给里斯本的阿姨订的包裹还没有到'
    expect(texts(`如果客户说：${chinese}，请选择物流。`, [row(chinese)])).toEqual([chinese])
  })

  it('refuses to call a single word a copy, by name', () => {
    expect(() => copiedPassages('a', { examples: [], words: 1 })).toThrow(OptionError)
  })

  it('looks through a large dataset in little time', () => {
    const examples = Array.from({ length: 5000 }, (_, index) =>
      row(`${index} ${'word and '.repeat(50)}`),
    )
    const started = performance.now()
    texts(`Some instruction. ${ticket}`.repeat(20), examples)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('stripPassages', () => {
  const strip = (instructions: string): string =>
    stripPassages(instructions, copiedPassages(instructions, { examples: [row(ticket)] }))

  it.each([
    [`Be kind. For example, "${ticket}". Be quick.`, 'Be kind. For example. Be quick.'],
    [`Rules:\n- Be kind.\n- ${ticket}.\n- Be quick.`, 'Rules:\n- Be kind.\n- Be quick.'],
    [`Rules:\n1. "${ticket}."\n2. Be quick.`, 'Rules:\n2. Be quick.'],
    [`If ${ticket} choose shipping.`, 'If choose shipping.'],
    [ticket, ''],
    ['Be kind.', 'Be kind.'],
  ])('takes passages out of %j', (instructions, expected) => {
    expect(strip(instructions)).toBe(expected)
  })
})
