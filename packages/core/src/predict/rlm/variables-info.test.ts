import { expect, test } from 'vitest'
import { signature } from '../../signature/define-signature.ts'
import { variablesInfo } from './variables-info.ts'

const info = (text: string, value: Parameters<typeof variablesInfo>[1]): string =>
  variablesInfo(signature(text as 'a -> b').inputFields, value)

test('a short text is told whole', () => {
  expect(info('context -> b', { context: 'Hello world' })).toBe(
    'Variable: `context`\nType: string\nLength: 11 characters\nPreview:\n```\nHello world\n```',
  )
})

test('a long text is told by its two ends', () => {
  const text = info('context -> b', {
    context: 'a'.repeat(500) + 'x'.repeat(9000) + 'b'.repeat(500),
  })
  expect(text).toContain('Length: 10,000 characters\n')
  expect(text).toContain(
    `\n${'a'.repeat(500)}\n… (9,000 characters omitted) …\n${'b'.repeat(500)}\n`,
  )
})

test('no half of a character is told', () => {
  const text = info('context -> b', { context: `${'a'.repeat(499)}${'😀'.repeat(600)}b` })
  expect(() => encodeURIComponent(text)).not.toThrow()
})

test.each([
  [[1, 'ü'], 'array of 2', '[\n  1,\n  "ü"\n]'],
  [{ key: 'value' }, 'object with 1 keys', '{\n  "key": "value"\n}'],
  [3.5, 'number', '3.5'],
  [true, 'boolean', 'true'],
  [null, 'null', 'null'],
])('%j is told with its type, as JSON', (value, type, preview) => {
  const text = info('data: Any -> b', { data: value })
  expect(text).toContain(`Type: ${type}\n`)
  expect(text).toContain('characters as JSON\n')
  expect(text).toContain(`\`\`\`\n${preview}\n\`\`\``)
})

test('what the signature says of an input is told, and inputs stand apart', () => {
  const task = signature('text, limit: int -> b', {
    fields: { text: { description: 'an article' }, limit: { ge: 0 } },
  })
  const text = variablesInfo(task.inputFields, { text: 'x', limit: 3 })
  expect(text).toContain('Type: string\nDescription: an article\n')
  expect(text).toContain('Constraints: {"ge":0}\n')
  expect(text).toContain('```\n\nVariable: `limit`')
})
