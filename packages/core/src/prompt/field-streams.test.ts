import { expect, test } from 'vitest'
import { makeSignature } from '../signature/make-signature.ts'
import type { Adapter } from './adapter.ts'
import { ChatAdapter } from './chat/chat-adapter.ts'
import { JSONAdapter } from './json/json-adapter.ts'
import { jsonReading } from './reading/json-reading.ts'
import type { Reading } from './reading/reading.ts'
import { sectionReading } from './reading/section-reading.ts'

const signature = makeSignature('question -> reasoning, answer, tags: list[str]')

/** A small seeded generator: failures must come back. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function streamed(
  adapter: Adapter,
  text: string,
  random: (below: number) => number,
): Record<string, string> {
  const stream = adapter.fieldStream(signature)
  const fields: Record<string, string> = {}
  const done: string[] = []
  const take = (deltas: ReturnType<typeof stream.push>): void => {
    for (const { field, delta, done: last } of deltas) {
      expect(done).not.toContain(field)
      fields[field] = (fields[field] ?? '') + delta
      if (last) done.push(field)
    }
  }
  for (let position = 0; position < text.length; ) {
    const size = 1 + random(7)
    take(stream.push(text.slice(position, position + size)))
    position += size
  }
  take(stream.end())
  expect(done.sort()).toEqual(Object.keys(fields).sort())
  return fields
}

function read(reading: Reading, text: string): Record<string, unknown> {
  return Object.fromEntries(reading(signature, text))
}

const chatPieces = [
  '[[ ## reasoning ## ]]',
  '[[ ## answer ## ]]',
  '[[ ## tags ## ]]',
  '[[ ## completed ## ]]',
  '[[ ## other ## ]]',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  'word',
  'two words',
  '[[',
  '[[ ## ',
  ']]',
  '[[ ## answer',
  '## ]]',
  '🗼',
  '\u2028',
]

test('whatever the pieces, a chat reply streams to what the parser reads from the whole', () => {
  const random = generator(1)
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from(
      { length: 1 + random(24) },
      () => chatPieces[random(chatPieces.length)],
    ).join('')
    expect(streamed(new ChatAdapter(), text, random), JSON.stringify(text)).toEqual(
      read(sectionReading, text),
    )
  }
})

test('whatever the pieces, a JSON reply streams its texts decoded and the rest as it is', () => {
  const random = generator(2)
  const texts = [
    '',
    'plain',
    'with "quotes"',
    'back\\slash',
    'line\nbreak',
    'naïve 🗼',
    '}{][,:',
    '\u0001',
  ]
  for (let round = 0; round < 1000; round += 1) {
    const value = (): string => texts[random(texts.length)] ?? ''
    const object = { reasoning: value(), answer: value(), tags: [value(), value()] }
    const json = JSON.stringify(object, null, random(3))
    const escaped = random(2) === 0 ? json : json.replaceAll('🗼', '\\ud83d\\uddfc')
    const text = random(2) === 0 ? escaped : `Sure:\n\`\`\`json\n${escaped}\n\`\`\``
    const { tags, ...fields } = streamed(new JSONAdapter(), text, random)
    expect(fields).toEqual({ reasoning: object.reasoning, answer: object.answer })
    expect(JSON.parse(tags ?? '')).toEqual(object.tags)
    expect(read(jsonReading, text)).toEqual(object)
  }
})

test('a chat value is shown as it comes, not held back to the end of its line', () => {
  const stream = new ChatAdapter().fieldStream(signature)
  stream.push('[[ ## answer ## ]]\n')
  expect(stream.push('The capital')).toEqual([
    { field: 'answer', delta: 'The capital', done: false },
  ])
  expect(stream.push(' of')).toEqual([{ field: 'answer', delta: ' of', done: false }])
})

test('a value that is no text is not shown for a text field before it is parsed', () => {
  const stream = new JSONAdapter().fieldStream(signature)
  expect(stream.push('{"answer": tru')).toEqual([])
})

test.each([
  ['chat', new ChatAdapter(), '[[ ## answer ## ]]\n', ' '],
  ['chat', new ChatAdapter(), '[[ ## answer ## ]]\n', 'word '],
  ['chat', new ChatAdapter(), '', '[[ ## '],
  ['JSON', new JSONAdapter(), '{"answer": "', 'word '],
  ['JSON', new JSONAdapter(), '{"tags": [', '[1], '],
])('the %s stream does constant work per chunk (%#)', (_name, adapter, opening, chunk) => {
  const time = (chunks: number): number => {
    const stream = adapter.fieldStream(signature)
    stream.push(opening)
    const startedAt = performance.now()
    for (let index = 0; index < chunks; index += 1) stream.push(chunk)
    return (performance.now() - startedAt) / chunks
  }
  time(20_000)
  const [short, long] = [time(20_000), time(200_000)]
  // Quadratic work would make the long run ten times as slow a chunk.
  expect(long).toBeLessThan(Math.max(short, 0.0005) * 5)
})
