import { type Adapter, ChatAdapter, JSONAdapter, signature } from '@ockham/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const typed = signature(
  'q -> text: str, n: int, x: float, flag: bool, tags: list[str], counts: dict[str, int], ' +
    "pair: tuple[int, str], label: 'a' | 'b c', maybe: Optional[int], any: Any, rows: list[list[float]]",
)

const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !hasTrouble(value))
/** Text that survives a chat section: its lines are stripped at both ends and may not look like headers. */
const chatText = fc
  .string({ unit: 'grapheme' })
  .map((text) => text.replaceAll(/[\r\v\f\x1c-\x1e\x85\u2028\u2029]/g, '').trim())
  .filter((text) => !text.includes('[[ ## '))

function values(text: fc.Arbitrary<string>) {
  return fc.record({
    text,
    n: fc.integer(),
    x: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
    flag: fc.boolean(),
    tags: fc.array(fc.string()),
    counts: fc
      .dictionary(fc.string({ minLength: 1 }), fc.integer())
      .map((counts) => ({ ...counts })),
    pair: fc.tuple(fc.integer(), fc.string()),
    label: fc.constantFrom('a' as const, 'b c' as const),
    maybe: fc.option(fc.integer()),
    any: json,
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
  ['ChatAdapter', new ChatAdapter(), chatText],
  ['JSONAdapter', new JSONAdapter(), fc.string({ unit: 'grapheme' })],
])('%s reads back what it writes', (_name, adapter, text) => {
  fc.assert(
    fc.property(values(text), (demo) => {
      expect(adapter.parse(typed, reply(adapter, demo))).toEqual(demo)
    }),
    { numRuns: 500, seed: 20261121 },
  )
})

test.each([
  ['ChatAdapter', new ChatAdapter()],
  ['JSONAdapter', new JSONAdapter()],
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
