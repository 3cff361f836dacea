import { expect, test } from 'vitest'
import { redact } from './redact.ts'
import { secretsOf } from './secrets-of.ts'

const key = 'sk-Ab+/=cd"ef'

test.for([
  ['as it is', key],
  ['in a URL', encodeURIComponent(key)],
  ['in JSON', JSON.stringify(key).slice(1, -1)],
  ['with a masked middle', 'sk-proj-Ab***********yz'],
  ['with a middle left out', 'sk-Ab...yz'],
])('a key is not shown %s', ([, quoted]) => {
  expect(redact(`The key ${quoted} is wrong.`, [key])).toBe('The key [redacted] is wrong.')
})

test('words that are no secrets stay', () => {
  const text = 'Wait... the model gpt-4o said **no** to abc.'
  expect(redact(text, ['abc', ''])).toBe(text)
})

test('secrets are the key, the headers, and what the address hides', () => {
  const secrets = secretsOf({
    apiKey: 'the-key',
    headers: { Authorization: 'Bearer the-token', 'X-Login': `Basic ${btoa('me:pass-word')}` },
    baseURL: 'https://user:p%40ssword@host/v1?key=in-the-query',
  })
  for (const secret of [
    'the-key',
    'the-token',
    'pass-word',
    'p%40ssword',
    'p@ssword',
    'in-the-query',
  ]) {
    expect(secrets).toContain(secret)
  }
})

test('the longest secret goes first, so that a part of it breaks nothing up', () => {
  const secrets = secretsOf({ apiKey: 'secret', headers: { A: 'secret-and-more' }, baseURL: '' })
  expect(redact('a secret-and-more b', secrets)).toBe('a [redacted] b')
})

test('no beginning of a key is shown where a text was cut off inside it', () => {
  expect(redact('it said sk-Ab+/', [key])).toBe('it said [redacted]')
  expect(redact('it said sk-Ab+…', [key])).toBe('it said [redacted]…')
  expect(redact("{ a: 'sk-Ab+/=c' }", [key])).toBe("{ a: '[redacted]' }")
  expect(redact('it said sk-Ab, which is another', [key])).toBe('it said sk-Ab, which is another')
})
