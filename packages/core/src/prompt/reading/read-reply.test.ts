import { expect, test } from 'vitest'
import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import type { Adapter } from '../adapter.ts'
import { ChatAdapter } from '../chat/chat-adapter.ts'
import { JSONAdapter } from '../json/json-adapter.ts'
import { XMLAdapter } from '../xml/xml-adapter.ts'

const chat = new ChatAdapter()

function parse(spec: string, text: string, adapter: Adapter = chat): unknown {
  return adapter.parse(makeSignature(spec), text)
}

test.each([
  [
    'JSON',
    'a -> b: str, n: int',
    '[[ ## b ## ]]\nAsked for {"b": "", "n": 0}.\n\n[[ ## n ## ]]\nunclear',
  ],
  [
    'tags',
    'a -> b: str, n: int',
    '[[ ## b ## ]]\n<p><b>x</b><n>1</n></p>\n\n[[ ## completed ## ]]',
  ],
  ['labels', 'a -> b: str, n: int', '[[ ## b ## ]]\nlog:\nn: 1\nb: 3\n\n[[ ## n ## ]]\nunclear'],
  [
    'headers',
    'a -> b: str, n: int',
    '[[ ## b ## ]]\nWrite [[ ## n ## ]] 5.\n\n[[ ## n ## ]]\nunclear',
  ],
])('values are not taken from %s that a field quotes', (_, spec, text) => {
  expect(() => parse(spec, text)).toThrow(AdapterParseError)
})

test('what a JSON string or an element quotes is not taken either', () => {
  const json = '{"b": "<b>x</b><n>1</n>", "n": "unclear"}'
  expect(() => parse('a -> b, n: int', json, new JSONAdapter())).toThrow(AdapterParseError)
  const xml = '<b>print({"b": "x", "n": 1})</b>\n<n>unclear</n>'
  expect(() => parse('a -> b, n: int', xml, new XMLAdapter())).toThrow(AdapterParseError)
})

test('two notations that say the same make up for each other', () => {
  expect(parse('a -> b, n: int', '{"b": "x", "n": 3}\n\n[[ ## b ## ]]\nx')).toEqual({
    b: 'x',
    n: 3,
  })
})

test('headers within lines count where none begins a line', () => {
  expect(parse('a -> b, n: int', '[[ ## b ## ]] x [[ ## n ## ]] 5')).toEqual({ b: 'x', n: 5 })
})

test.each([
  ['faultless', (json: string) => json],
  ['damaged', (json: string) => json.replace('}', ',}')],
])('in %s JSON no digit of an id is lost', (_, damage) => {
  const json = damage('{"id": 1234567890123456789, "ids": [9007199254740993, 7], "x": 3.0}')
  expect(parse('q -> id: str, ids: list[str], x: str', json, new JSONAdapter())).toEqual({
    id: '1234567890123456789',
    ids: ['9007199254740993', '7'],
    x: '3.0',
  })
  expect(() => parse('q -> id: int', json, new JSONAdapter())).toThrow(AdapterParseError)
  expect(parse('q -> id: float', json, new JSONAdapter())).toEqual({ id: 1234567890123456800 })
})

test('an integer that is a number with all its digits is one', () => {
  const json = '{"n": -9007199254740992, "m": 123456789012345680000}'
  expect(parse('q -> n: int, m: Any', json, new JSONAdapter())).toEqual({
    n: -9007199254740992,
    m: 123456789012345680000,
  })
})

test('what Python’s JSON takes for numbers is a number where any value may stand', () => {
  const text = '[[ ## x ## ]]\n-Infinity\n\n[[ ## y ## ]]\nNaN'
  expect(parse('a -> x: Any, y: Any', text)).toEqual({ x: -Infinity, y: Number.NaN })
})
