import { expect, test } from 'vitest'
import { makeSignature } from '../signature/make-signature.ts'
import type { Adapter } from './adapter.ts'
import { ChatAdapter } from './chat/chat-adapter.ts'
import { JSONAdapter } from './json/json-adapter.ts'
import { jsonReading } from './reading/json-reading.ts'
import type { Reading } from './reading/reading.ts'
import { sectionReading } from './reading/section-reading.ts'
import { strictXMLReading } from './xml/strict-xml-reading.ts'
import { XMLAdapter } from './xml/xml-adapter.ts'

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

const xmlTexts = [
  '',
  'plain',
  ' padded\n',
  'a &lt; b &amp;&amp; c > d',
  '&#65;&#x1F5FC;&quot;&apos;&gt;',
  '<![CDATA[x < y & ]] z]]>',
  'x<!-- c -->y<?p q?>z',
  'one\r\ntwo\rthree\n\nfour',
  '🗼',
  'see <b>this</b>',
  '<b a="1" c=\'"&lt;\'></b ><br/> > &amp; <i> x &gt; </i>\n',
  '<answer>inner</answer>',
]

/** What only the end of a text would tell: that markup follows the white space it begins with. */
function withoutLead(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(value).trimStart()]),
  )
}

test('whatever the pieces, an XML reply streams to what the parser reads from the whole', () => {
  const random = generator(3)
  for (let round = 0; round < 3000; round += 1) {
    const value = (): string =>
      Array.from({ length: random(4) }, () => xmlTexts[random(xmlTexts.length)]).join('')
    const names = ['other', 'reasoning', 'answer'].filter(() => random(4) > 0)
    const fields = names.map((name) => `<${name}>\n${value()}</${name} >`)
    const text = `Sure:\n${fields.join('\n\n')}\n<empty/>`
    const expected = withoutLead(read(strictXMLReading, text))
    expect(withoutLead(streamed(new XMLAdapter(), text, random)), text).toEqual(expected)
  }
})

test('an XML reply cut anywhere in two streams the same', () => {
  const text = xmlTexts.map((value) => `<x>${value}</x>`).join('')
  const reply = `<!-- c --><think>t</think><answer>${text}</answer><reasoning>\n${xmlTexts[3]}\n</reasoning>`
  for (let cut = 0; cut <= reply.length; cut += 1) {
    const stream = new XMLAdapter().fieldStream(signature)
    const fields: Record<string, string> = {}
    for (const { field, delta } of [
      ...stream.push(reply.slice(0, cut)),
      ...stream.push(reply.slice(cut)),
      ...stream.end(),
    ]) {
      fields[field] = (fields[field] ?? '') + delta
    }
    expect(fields).toEqual(read(strictXMLReading, reply))
  }
})

test.each([
  ['<answer>AT&T &amp co, a < b <3 &nbsp;</answer>', 'AT&T &amp co, a < b <3 &nbsp;'],
  ['<answer>x &lt</answer>', 'x &lt'],
  ['<response>\n<answer>x</answer></response>', 'x'],
])('a reply that is not well-formed streams what is read in the end (%#)', (reply, answer) => {
  const fields = streamed(new XMLAdapter(), reply, generator(4))
  expect(fields).toEqual({ answer })
  expect(new XMLAdapter().parse(makeSignature('question -> answer'), reply)).toEqual({ answer })
})

test('an XML value is shown as it comes; only what may be markup is held back', () => {
  const stream = new XMLAdapter().fieldStream(signature)
  stream.push('<answer>\n')
  const shown = (text: string): string[] => stream.push(text).map(({ delta }) => delta)
  expect(shown('The capital')).toEqual(['The capital'])
  expect(shown(' of ')).toEqual([' of'])
  expect(shown('A&am')).toEqual([' A'])
  expect(shown('p;B <')).toEqual(['&B'])
  expect(shown('3')).toEqual([' <3'])
  expect(shown('</ans')).toEqual([])
  expect(stream.push('wer>')).toEqual([{ field: 'answer', delta: '', done: true }])
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
  ['XML', new XMLAdapter(), '<answer>', 'word '],
  ['XML', new XMLAdapter(), '<answer>', ' '],
  ['XML', new XMLAdapter(), '<answer>', '<b a="'],
  ['XML', new XMLAdapter(), '<answer><b a="', 'word '],
  ['XML', new XMLAdapter(), '<answer><!-- ', '- -'],
  ['XML', new XMLAdapter(), '<answer>', '<i>&amp;'],
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
