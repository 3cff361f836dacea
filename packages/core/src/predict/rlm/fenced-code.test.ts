import { expect, test } from 'vitest'
import { fencedCode } from './fenced-code.ts'

test.each([
  ['a fence of JavaScript', '```javascript\nprint(1)\n```', 'print(1)'],
  ['its short name', '```js\nlet x = 1\nx\n```', 'let x = 1\nx'],
  ['a name in capitals, with spaces behind', '```JavaScript  \nx\n```', 'x'],
  ['a fence without a language', '```\nprint(1)\n```', 'print(1)'],
  ['no fence', 'const a = 1', 'const a = 1'],
  ['words around the fence', 'I look first.\n```js\nprint(1)\n```\nThen I submit.', 'print(1)'],
  ['words right before the fence', 'Here: ```js\nprint(1)\n```', 'print(1)'],
  ['the first of two fences', '```js\n1\n```\n```js\n2\n```', '1'],
  ['a fence that stays open', "```js\nprint('oops')", "print('oops')"],
  ['a fence closed on the last line of code', '```js\nprint(1)```', 'print(1)'],
  ['a fence around the fence', '```\n```js\nprint(1)\n```\n```', 'print(1)'],
  ['two bare fences', '```\n```\nprint(2)\n```\n```', 'print(2)'],
  [
    'backticks inside a line of code',
    '```js\nconst f = "```json"\nf\n```',
    'const f = "```json"\nf',
  ],
  ['backticks in code without a fence', 'const f = "```json"', 'const f = "```json"'],
  ['nothing', '', ''],
  ['an empty fence', '```js\n```', ''],
])('%s', (_name, text, code) => {
  expect(fencedCode(text, 'javascript')).toEqual({ ok: true, code })
})

test('a fence of another language is refused, and says so', () => {
  const refused = fencedCode('```python\nprint(1)\n```', 'javascript')
  expect(refused).toEqual({
    ok: false,
    reason: 'Expected javascript and got a fence of `python`. Write javascript.',
  })
  expect(fencedCode('```json\n{}\n```', 'javascript').ok).toBe(false)
  expect(fencedCode('```js\n1\n```', 'lua').ok).toBe(false)
  expect(fencedCode('```Lua\n1\n```', 'lua')).toEqual({ ok: true, code: '1' })
})

test('a long hostile text takes no time', () => {
  const startedAt = performance.now()
  fencedCode('```'.repeat(100_000), 'javascript')
  fencedCode(`\`\`\`${'a'.repeat(200_000)}`, 'javascript')
  fencedCode(`\`\`\`js${' '.repeat(200_000)}x`, 'javascript')
  fencedCode(`\`\`\`js\n${'\n `'.repeat(100_000)}`, 'javascript')
  fencedCode('```\n'.repeat(50_000), 'javascript')
  expect(performance.now() - startedAt).toBeLessThan(2000)
})
