import { expect, test } from 'vitest'
import { failureOf, interpreterWith, resultOf } from './__fixtures__/interpreters.ts'

test('the value of the last expression comes back as JSON', async () => {
  expect(await resultOf('const a = 1; [a, { b: a + 1, c: undefined }]')).toEqual([1, { b: 2 }])
})

test('code that ends in no expression has no value', async () => {
  const interpreter = interpreterWith()
  expect(await interpreter.run('const a = 1')).toEqual({ output: '' })
  expect(await interpreter.run('')).toEqual({ output: '' })
  expect(await interpreter.run('undefined')).toEqual({ output: '' })
  expect(await interpreter.run('() => 1')).toEqual({ output: '' })
})

test('what is declared at top level stays from run to run', async () => {
  const interpreter = interpreterWith()
  await interpreter.run(`
    const one = 1
    let { two, ...rest } = { two: 2, three: 3 }
    var four = 4, five
    function double(n) { return n * 2 }
    async function* numbers() { yield one; yield await two }
    class Point { constructor(x) { this.x = x } static origin = new Point(0) }
    for (var i = 0; i < 3; i++) { var inside = i; let gone = i }
    six = 6
  `)
  const { value } = await interpreter.run(`
    const all = []
    for await (const n of numbers()) all.push(n)
    five = 5
    ;[one, two, rest.three, four, five, six, double(7), new Point(8).x, Point.origin.x, i, inside, typeof gone, all]
  `)
  expect(value).toEqual([1, 2, 3, 4, 5, 6, 14, 8, 0, 3, 2, 'undefined', [1, 2]])
})

test('what was declared can be declared again, as whatever', async () => {
  const interpreter = interpreterWith()
  for (const code of ['const f = 1', 'let f = 2', 'function f() { return 3 }', 'class f {}']) {
    await interpreter.run(code)
  }
  expect((await interpreter.run('const f = 4; f')).value).toBe(4)
})

test('names of the language can be declared too', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('const Map = "mine", toString = 1, JSON = 2, Promise = 3, console = 4')
  expect((await interpreter.run('[Map, toString, JSON, Promise]')).value).toEqual(['mine', 1, 2, 3])
})

test('await works at top level, and what is declared after it stays', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('const a = await Promise.resolve(1); const b = a + (await a)')
  expect((await interpreter.run('b')).value).toBe(2)
})

test('a promise as the last expression is awaited', async () => {
  expect(await resultOf('Promise.resolve(5)')).toBe(5)
})

test('functions can be called above the line that declares them', async () => {
  expect(await resultOf('const a = f(); function f() { return 1 }; a')).toBe(1)
})

test('the branch taken gives the value when code ends in branches', async () => {
  expect(await resultOf('if (1 > 2) { "a" } else if (true) { "b" }')).toBe('b')
  expect(await resultOf('try { null.x } catch (error) { error.name }')).toBe('TypeError')
})

test('a return at top level is taken as the value', async () => {
  expect(await resultOf('for (const n of [1, 2, 3]) if (n > 1) return n')).toBe(2)
})

test('variables are found under their names, also by later runs', async () => {
  const interpreter = interpreterWith()
  const variables = { rows: [{ id: 1 }, { id: 2 }], text: 'ü\u0000\ud83d\ude00\ud800', none: null }
  await interpreter.run('rows.push({ id: 3 })', { variables })
  const { value } = await interpreter.run('[rows.length, text, none]')
  expect(value).toEqual([3, variables.text, null])
  expect(variables.rows).toHaveLength(2)
})

test('what JSON has no word for comes back as the nearest thing it has', async () => {
  const code = `({
    set: new Set([1, 2]), map: new Map([['a', 1]]), pairs: new Map([[1, 2]]), big: 10n, huge: 10n ** 30n,
    date: new Date(0), nan: NaN, error: new RangeError('no'), symbol: Symbol('s'), f() {},
  })`
  expect(await resultOf(code)).toEqual({
    set: [1, 2],
    map: { a: 1 },
    pairs: [[1, 2]],
    big: 10,
    huge: '1000000000000000000000000000000',
    date: '1970-01-01T00:00:00.000Z',
    nan: null,
    error: 'RangeError: no',
  })
})

test('a value that JSON cannot hold is left out', async () => {
  const interpreter = interpreterWith({}, { maxValueCharacters: 10 })
  expect(await interpreter.run('const a = {}; a.a = a; a')).toEqual({ output: '' })
  expect(await interpreter.run('"x".repeat(100)')).toEqual({
    output:
      '[A value of 102 characters of JSON is too long; at most 10 can leave the code. The value is left out.]\n',
  })
})

test('console and print write to the output', async () => {
  const { output } = await interpreterWith().run(`
    console.log('a', 1, null, undefined, -0, 2n, Symbol('s'))
    console.info(); console.warn('b'); console.error('c'); console.debug('d')
    print('e\\u0000\\u{1F600}')
  `)
  expect(output).toBe('a 1 null undefined -0 2n Symbol(s)\n\nb\nc\nd\ne\u0000\u{1F600}\n')
})

test('objects are printed so that they can be read', async () => {
  const { output } = await interpreterWith().run(`
    class Point { x = 1; get far() { return 1 } }
    const loop = { 'a b': [1, 'two'], deep: new Point() }; loop.self = loop
    console.log(loop)
    console.log([new Map([['k', new Set([1])]]), new Error('no'), new Date(0), /x/g, () => 1, new Uint8Array(2)])
    console.log({ get a() { throw 1 }, b: Promise.resolve(1), [Symbol('s')]: 1 }, [], {})
    console.log(Array.from({ length: 30 }, (_, index) => 'item ' + index).slice(0, 9))
  `)
  expect(output).toBe(`{ "a b": [1, "two"], deep: Point { x: 1 }, self: [Circular] }
[
  Map { "k" => Set { 1 } },
  Error: no,
  1970-01-01T00:00:00.000Z,
  /x/g,
  [Function ],
  Uint8Array [0, 0]
]
{ a: [Getter], b: Promise (await it for its value), [Symbol(s)]: 1 } [] {}
[
  "item 0",
  "item 1",
  "item 2",
  "item 3",
  "item 4",
  "item 5",
  "item 6",
  "item 7",
  "item 8"
]
`)
})

test.each([
  ['const a = 1\nconst b = = 2', 'syntax', 'SyntaxError: Unexpected token (line 2: const b = = 2)'],
  ['a b', 'syntax', 'SyntaxError: Unexpected token (line 1: a b)'],
  ['import fs from "fs"', 'syntax', /^SyntaxError: 'import' and 'export' may appear only/],
  ['\n\nmissing.x', 'runtime', "ReferenceError: 'missing' is not defined (line 3: missing.x)"],
  [
    'function f() {\n  null.x\n}\nf()',
    'runtime',
    /^TypeError: cannot read .* \(line 2: null\.x\)$/,
  ],
  ['await 1\nthrow new RangeError("far")', 'runtime', /^RangeError: far \(line 2: throw /],
  ['throw { code: 5 }', 'runtime', 'Uncaught { code: 5 }'],
  ['await new Promise(() => {})', 'runtime', /nothing can settle/],
  ['eval("1 +")', 'syntax', /^SyntaxError: /],
])('%j fails as %s with its own words', async (code, reason, message) => {
  const error = await failureOf(code)
  expect(error.reason).toBe(reason)
  if (typeof message === 'string') expect(error.message).toBe(message)
  else expect(error.message).toMatch(message)
})

test('an error in a function of an earlier run has no line of this one', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('// one\nfunction f() { null.x }')
  const error = await failureOf('\n\n\nf()', interpreter)
  expect(error.message).toMatch(/\(line 4: f\(\)\)$/)
})

test('what fails keeps its output and leaves earlier variables as they were', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('let a = 1')
  expect((await failureOf('console.log("before"); let a = missing', interpreter)).output).toBe(
    'before\n',
  )
  expect((await failureOf('let a = = 2', interpreter)).output).toBe('')
  expect((await interpreter.run('a')).value).toBe(1)
})
