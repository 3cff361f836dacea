import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeSignature } from '../../signature/make-signature.ts'
import { XMLAdapter } from './xml-adapter.ts'

const adapter = new XMLAdapter()
const Person = z.object({ name: z.string(), tags: z.array(z.string()).default([]) })

function parse(outputs: string, reply: string): object {
  return adapter.parse(makeSignature(`q -> ${outputs}`, { types: { Person } }), reply)
}

function shown(outputs: string, demo: Record<string, unknown>): unknown {
  const signature = makeSignature(`q -> ${outputs}`, { types: { Person } })
  return adapter.format(signature, [{ q: 'x', ...demo }], { q: 'y' })[2]?.content
}

test('the prompt shows nested tags for what is nested', () => {
  const [system, user] = adapter.format(
    makeSignature('q -> p: Optional[Person], counts: dict[str, int], n: int', {
      types: { Person },
    }),
    [],
    { q: 'a < b' },
  )
  const nested = '<p><name>...</name><tags><item>...</item></tags></p>'
  expect(system?.content).toContain(`${nested}\n\n<counts>...</counts>\n\n<n>\n{n}        # note:`)
  expect(user?.content).toBe(
    '<q>\na < b\n</q>\n\nRespond with the corresponding output fields wrapped in XML tags ' +
      `\`<p>\`, then \`<counts>\`, then \`<n>\`. Use this nested XML structure: ${nested} <counts>...</counts>`,
  )
})

test.each([
  ['text, escaped', 'a', { a: 'x < y & z > w' }, '<a>\nx &lt; y &amp; z > w\n</a>'],
  ['other text, as it is', 'a: Optional[str]', { a: 'x < y' }, '<a>\nx < y\n</a>'],
  ['None', 'a', { a: null }, '<a>\nNone\n</a>'],
  ['an empty list', 'a: list[str]', { a: [] }, '<a />'],
  ['an empty dict', 'a: dict[str, int]', { a: {} }, '<a></a>'],
  ['None within', 'a: list[Any]', { a: [null, 'x<'] }, '<a><item /><item>x&lt;</item></a>'],
  ['floats', 'a: list[float]', { a: [3, 1e-7] }, '<a><item>3.0</item><item>1e-07</item></a>'],
  [
    'keys that are no tag names',
    'a: dict[str, int]',
    { a: { ok: 1, 'k-1': 2, 'a "b"': 3, '': 4 } },
    `<a><ok>1</ok><k-1>2</k-1><entry key='a "b"'>3</entry><entry key="">4</entry></a>`,
  ],
  ['a bare list, as JSON', 'a: list', { a: ['<'] }, '<a>\n["<"]\n</a>'],
])('a demonstration shows %s as DSPy does', (_what, outputs, demo, written) => {
  expect(shown(outputs, demo)).toBe(written)
})

test.each([
  ['items', 'a: list[int]', '<a><item>1</item><item>2</item></a>', [1, 2]],
  ['repeated tags', 'a: list[int]', '<a>1</a><a>2</a>', [1, 2]],
  ['JSON in a tag', 'a: list[int]', '<a>[1, 2]</a>', [1, 2]],
  ['an empty tag as a list', 'a: list[int]', '<a />', []],
  ['an empty tag as None', 'a: Optional[int]', '<a />', null],
  [
    'a model',
    'a: Person',
    '<a><name>x</name><tags><item>y</item></tags></a>',
    { name: 'x', tags: ['y'] },
  ],
  [
    'a model that may be None',
    'a: Optional[Person]',
    '<a><name>x</name><tags><item>y</item></tags></a>',
    { name: 'x', tags: ['y'] },
  ],
  [
    'keys as attributes',
    'a: dict[str, int]',
    '<a><entry key="x y">1</entry><__proto__>2</__proto__></a>',
    JSON.parse('{"x y": 1, "__proto__": 2}'),
  ],
  ['markup in a text', 'a', '<a>see <b>this</b>, &amp; that</a>', 'see <b>this</b>, &amp; that'],
  ['text around the tags', 'a', 'Sure:\n```xml\n<a>x</a>\n```', 'x'],
])('%s are read as DSPy reads them', (_what, outputs, reply, value) => {
  expect(parse(outputs, reply)).toEqual({ a: value })
})

test.each([
  ['an ampersand', 'a', '<a>AT&T, R&amp;D</a>', 'AT&T, R&D'],
  ['a lone bracket', 'a', '<a>if x < y</a>', 'if x < y'],
  ['something like a tag', 'a', '<a>a List<String> here</a>', 'a List<String> here'],
  ['a tag that is only named', 'a', 'I put it in <a> tags: <a>x</a>', 'x'],
  ['markup and an ampersand', 'a', '<a>x &amp;& <b>y && z</b></a>', 'x && <b>y && z</b>'],
  ['an XML declaration', 'a', '<?xml version="1.0"?>\n<a>x</a>', 'x'],
  ['an element around the fields', 'a', '<response><a>x</a></response>', 'x'],
  ['another case', 'aB', '<A_b>x</A_b>', 'x'],
  ['a reply that is given twice', 'a: int', '<a>1</a>\n<a>1</a>', 1],
  [
    'items with an ampersand',
    'a: list[str]',
    '<a><item>x & y</item><item>z</item></a>',
    ['x & y', 'z'],
  ],
  ['JSON with markup', 'a: dict', '<a>{"k": "<b>x</b> & y"}</a>', { k: '<b>x</b> & y' }],
  ['an unclosed CDATA section', 'a', '<![CDATA[ <a>x</a>', 'x'],
  ['a control character', 'a', '<a>x\x07y</a>', 'x\x07y'],
])('%s does not cost a call', (_what, outputs, reply, value) => {
  const name = outputs.split(':')[0] ?? ''
  expect(parse(outputs, reply)).toEqual({ [name]: value })
})

test('a value that is cut off is an error', () => {
  expect(() => parse('a: float', '<a>0.9')).toThrow('the reply does not contain it')
})

const size = 1 << 18

test.each([
  ['brackets', '<'],
  ['ampersands', '&'],
  ['unclosed tags', '<x>'],
  ['unclosed fields', '<a>'],
  ['repeated fields', '<a>x</a>'],
  ['half tags', '<x '],
  ['closing tags', '</x>'],
  ['CDATA sections', '<![CDATA['],
  ['comments', '<!--'],
  ['carriage returns', '\r'],
  ['references', '&#'],
])('many %s are read in linear time', (_what, piece) => {
  const time = (length: number): number => {
    const reply = piece.repeat(length / piece.length)
    const startedAt = performance.now()
    try {
      parse('a, b: list[str]', reply)
    } catch (error) {
      expect(error).toMatchObject({ code: 'adapter_parse' })
    }
    return performance.now() - startedAt
  }
  time(size)
  // Quadratic work on a quarter of a megabyte takes minutes.
  expect(time(size)).toBeLessThan(2000)
})

test.each([
  ['around the field', (deep: string, ends: string) => `${deep}<a>x</a>${ends}`],
  ['in the field', (deep: string, ends: string) => `<a>${deep}x${ends}</a>`],
])('deep nesting %s gives a reading or a parse error', (_where, make) => {
  const reply = make('<x>'.repeat(100_000), '</x>'.repeat(100_000))
  try {
    parse('a: list[list[str]]', reply)
  } catch (error) {
    expect(error).toMatchObject({ code: 'adapter_parse' })
  }
})
