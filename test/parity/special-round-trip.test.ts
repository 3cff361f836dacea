import {
  type Adapter,
  BAMLAdapter,
  ChatAdapter,
  JSONAdapter,
  signature,
  XMLAdapter,
} from '@ockham/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedTypes } from './named-types.ts'

const typed = signature(
  'q -> code: Code, java: Code["java"], why: Reasoning, photo: Image, sound: Audio, file: File, ' +
    'paper: Document, cited: Citations, call: ToolCall, calls: ToolCalls, talk: History, ' +
    'person: Person, color: Color, people: list[Person], either: Union[Item, Address], ' +
    "photos: list[Image], maybe: Optional[Image], choice: Literal['a', 3, True, None], " +
    'snippets: dict[str, Code], nested: dict[str, list[Optional[int]]], points: tuple[float, ...]',
  { types: namedTypes },
)

const word = fc.stringMatching(/^[a-zà-ÿ]{1,12}$/)
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const lines = fc.array(text, { minLength: 1, maxLength: 4 }).map((rows) => rows.join('\n  '))
const url = word.map((name) => `https://x.y/${encodeURIComponent(name)}.png`)
const base64 = fc.base64String({ minLength: 4, maxLength: 40 })
const float = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 8)
const image = fc.record({
  url: fc.oneof(
    url,
    base64.map((data) => `data:image/png;base64,${data}`),
  ),
})
const args = fc.dictionary(word, fc.oneof(fc.integer(), text, fc.boolean(), fc.constant(null)), {
  maxKeys: 3,
  noNullPrototype: true,
})
const call = fc.record({ name: word, args })
const address = fc.record({ street: text, zip_code: word })
const person = fc.record({
  name: text,
  age: fc.nat(120),
  tags: fc.array(word, { maxLength: 3 }),
  nickname: fc.option(word),
  address: fc.option(address),
})
const citation = fc.record(
  {
    type: fc.constant('char_location'),
    citedText: text,
    documentIndex: fc.nat(9),
    documentTitle: text,
    startCharIndex: fc.nat(99),
    endCharIndex: fc.nat(99),
    supportedText: text,
  },
  { requiredKeys: ['type', 'citedText', 'documentIndex', 'startCharIndex', 'endCharIndex'] },
)

const values = fc.record({
  code: lines,
  java: lines,
  why: lines,
  photo: image,
  sound: fc.record({ data: base64, format: fc.constantFrom('wav', 'mp3') }),
  file: fc.record({ data: base64.map((data) => `data:text/plain;base64,${data}`), filename: word }),
  paper: fc.record({ data: lines, title: text, mediaType: fc.constant('text/plain') }),
  cited: fc.record({ citations: fc.array(citation, { maxLength: 3 }) }),
  call,
  calls: fc.record({ toolCalls: fc.array(call, { maxLength: 3 }) }),
  talk: fc.record({
    messages: fc.array(fc.record({ q: text, n: fc.integer() }), { maxLength: 3 }),
  }),
  person,
  color: fc.constantFrom('red' as const, 'green' as const, 'dark blue' as const),
  people: fc.array(person, { maxLength: 3 }),
  either: fc.oneof(address, fc.record({ sku: word, quantity: fc.nat(9), price: float })),
  photos: fc.array(image, { maxLength: 3 }),
  maybe: fc.option(image),
  choice: fc.constantFrom('a', 3, true, null),
  snippets: fc.dictionary(word, lines, { maxKeys: 3, noNullPrototype: true }),
  nested: fc.dictionary(word, fc.array(fc.option(fc.integer())), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  points: fc.array(float, { maxLength: 4 }),
})

function reply(adapter: Adapter, demo: Record<string, unknown>): string {
  const assistant = adapter
    .format(typed, [{ q: 'x', ...demo }], { q: 'y' })
    .find(({ role }) => role === 'assistant')
  return String(assistant?.content)
}

test.each([
  ['ChatAdapter', new ChatAdapter()],
  ['JSONAdapter', new JSONAdapter()],
  ['XMLAdapter', new XMLAdapter()],
  ['BAMLAdapter', new BAMLAdapter()],
])(
  '%s reads back what it writes of DSPy’s own types, of models and of unions',
  (_name, adapter) => {
    fc.assert(
      fc.property(values, (demo) => {
        expect(adapter.parse(typed, reply(adapter, demo))).toEqual(demo)
      }),
      { numRuns: 300, seed: 20261121 },
    )
  },
)
