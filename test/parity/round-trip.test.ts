import { type Adapter, ChatAdapter, JSONAdapter, signature, XMLAdapter } from '@ockham/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const typed = signature(
  'q -> text: str, n: int, x: float, flag: bool, tags: list[str], counts: dict[str, int], ' +
    "pair: tuple[int, str], label: 'a' | 'b c', maybe: Optional[int], any: Any, rows: list[list[float]]",
)

/** What XML can hold: no control characters, and line ends that it does not change. */
const xmlText = (text: string): string =>
  text.replaceAll(/[\0-\x08\v\f\x0e-\x1f\r\ufffe\uffff\ufeff\x85]/g, '').trim()
/** Text inside of values that DSPy writes as JSON without escaping it for XML. */
const unescaped = (text: string): string => xmlText(text).replaceAll(/[<&]/g, '')
type Mapping = (text: string) => string
const same: Mapping = (text) => text

const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !hasTrouble(value))
/** Text that survives a chat section: its lines are stripped at both ends and may not look like headers. */
const chatText = fc
  .string({ unit: 'grapheme' })
  .map((text) => text.replaceAll(/[\r\v\f\x1c-\x1e\x85\u2028\u2029]/g, '').trim())
  .filter((text) => !text.includes('[[ ## '))

function values(text: fc.Arbitrary<string>, item: Mapping = same, inner: Mapping = same) {
  const items = fc.string().map(item)
  return fc.record({
    text,
    n: fc.integer(),
    x: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
    flag: fc.boolean(),
    tags: fc.array(items),
    counts: fc
      .dictionary(fc.string({ minLength: 1 }).map(item), fc.integer())
      .map((counts) => ({ ...counts })),
    pair: fc.tuple(fc.integer(), fc.string().map(inner)),
    label: fc.constantFrom('a' as const, 'b c' as const),
    maybe: fc.option(fc.integer()),
    any: json.map((value) => JSON.parse(inner(JSON.stringify(value)))),
    rows: fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }).map((x) => x / 8))),
  })
}

function hasTrouble(value: unknown): boolean {
  // A bare text as `Any` is read back as what it says: "3" is 3, as in DSPy.
  return typeof value === 'string' || Object.is(value, -0)
}

function reply(adapter: Adapter, demo: Record<string, unknown>): string {
  const [, , assistant] = adapter.format(typed, [{ q: 'x', ...demo }], { q: 'y' })
  return String(assistant?.content)
}

test.each([
  ['ChatAdapter', new ChatAdapter(), values(chatText)],
  ['JSONAdapter', new JSONAdapter(), values(fc.string({ unit: 'grapheme' }))],
  [
    'XMLAdapter',
    new XMLAdapter(),
    values(fc.string({ unit: 'grapheme' }).map(xmlText), xmlText, unescaped),
  ],
])('%s reads back what it writes', (_name, adapter, demos) => {
  fc.assert(
    fc.property(demos, (demo) => {
      expect(adapter.parse(typed, reply(adapter, demo))).toEqual(demo)
    }),
    { numRuns: 500, seed: 20261121 },
  )
})

test.each([
  ['ChatAdapter', new ChatAdapter()],
  ['JSONAdapter', new JSONAdapter()],
  ['XMLAdapter', new XMLAdapter()],
])('%s never throws anything but a parse error, whatever the reply', (_name, adapter) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      try {
        adapter.parse(typed, text)
      } catch (error) {
        expect(error).toMatchObject({ code: 'adapter_parse' })
      }
    }),
    { numRuns: 1000, seed: 20261121 },
  )
})
