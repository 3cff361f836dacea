import { expect, test } from 'vitest'
import { rewriteCode } from './rewrite-code.ts'

test('a declaration becomes an assignment to a global', () => {
  expect(rewriteCode('const { a, b: [c = 1, ...d] } = x, e = 2; let f')).toEqual({
    names: ['a', 'c', 'd', 'e', 'f'],
    functions: '',
    body: 'void ({ a, b: [c = 1, ...d] } = x, e = 2); void (f = void 0);',
  })
})

test('var leaves its block, let and const do not', () => {
  const { names, body } = rewriteCode('if (a) { var b = 1; let c = 2 } for (var i = 0; i < 2;) {}')
  expect(names).toEqual(['b', 'i'])
  expect(body).toBe('if (a) { void (b = 1); let c = 2 } for (void (i = 0); i < 2;) {}')
})

test('var in the head of a loop over something is the bare name', () => {
  expect(rewriteCode('for (var k in o) var [v] = o[k]').body).toBe(
    'for (k in o) void ([v] = o[k]);',
  )
})

test('a line after an assignment is not taken as a call of it', () => {
  expect(rewriteCode('const f = () => {}\n(1)').body).toBe('void (f = () => {});\nreturn ((1));')
})

test('functions come first and lines stay where they are', () => {
  const code = 'f()\nasync function* f(a) {\n  return 1\n}\n(2)'
  const { functions, body } = rewriteCode(code)
  expect(functions).toBe('   \nf=async function* (a) {\n  return 1\n};')
  expect(body.split('\n').map((line) => line.trimEnd())).toEqual([
    'f()',
    ';',
    '',
    '',
    'return ((2));',
  ])
})

test('a class keeps its own name inside', () => {
  expect(rewriteCode('class A { static b = A }').body).toBe('A = class A { static b = A };')
})

test.each([
  ['1; a // x', '1; return (a); // x'],
  ['a /* x */ ;', 'return (a /* x */ );'],
  ['if (a) b; else { c }', 'if (a) return (b); else { return (c); }'],
  [
    'try { a } catch { b } finally { c }',
    'try { return (a); } catch { return (b); } finally { c }',
  ],
  ['for (;;) a', 'for (;;) a'],
  ['a; ;', 'return (a); ;'],
])('the last expression is what %j returns', (code, body) => {
  expect(rewriteCode(code).body).toBe(body)
})

test.each([
  'a b',
  'let a; let a',
  'import x from "y"',
  'export const a = 1',
  '})(); (() => {',
  '#!x',
])('%j is a syntax error', (code) => {
  expect(() => rewriteCode(code)).toThrow(SyntaxError)
})
