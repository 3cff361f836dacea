import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FieldType } from '../field-type.ts'
import { parseValue } from './parse-value.ts'

const str: FieldType = { kind: 'str' }
const int: FieldType = { kind: 'int' }
const none: FieldType = { kind: 'none' }
const any: FieldType = { kind: 'any' }
const literal: FieldType = { kind: 'literal', values: ['a', "it's", 'c d'] }
const color: FieldType = {
  kind: 'enum',
  name: 'Color',
  members: { RED: 'red', DARK_BLUE: 'dark blue' },
}
const optional = (type: FieldType): FieldType => ({ kind: 'union', options: [type, none] })

describe('parseValue', () => {
  it.each<[unknown, string]>([
    ['text', 'text'],
    ['', ''],
    [true, 'True'],
    [null, 'None'],
    [0.5, '0.5'],
    [1e-7, '1e-07'],
    [{ k: 1, l: ["it's", 'a"b', null, 1.5] }, `{'k': 1, 'l': ["it's", 'a"b', None, 1.5]}`],
  ])('gives a str field what Python shows for %j', (raw, value) => {
    expect(parseValue(str, raw)).toEqual({ ok: true, value })
  })

  it.each<[FieldType, unknown, unknown]>([
    [optional(str), 'None', 'None'],
    [optional(str), '{"a": 1}', '{"a": 1}'],
    [optional(str), null, null],
    [optional(int), 'None', null],
    [optional(int), 'null', null],
    [optional(int), '3', 3],
    [literal, 'c d', 'c d'],
    [literal, ' "a" ', 'a'],
    [literal, "Literal[it's]", "it's"],
    [literal, 'str["a"]', 'a'],
    [color, 'red', 'red'],
    [color, 'DARK_BLUE', 'dark blue'],
    [int, '3.0', 3],
    [{ kind: 'bool' }, 'yes', true],
    [{ kind: 'list', item: int }, '```json\n[1, 2]\n```', [1, 2]],
    [{ kind: 'list', item: str }, "['a', 'b',]", ['a', 'b']],
    [{ kind: 'tuple', items: [int, str] }, "1, 'a'", [1, 'a']],
    [any, "'quoted'", 'quoted'],
    [any, 'plain words', 'plain words'],
    [any, '[1', [1]],
    [{ kind: 'special', name: 'Code' }, 'x = [1, 2]', 'x = [1, 2]'],
    [{ kind: 'special', name: 'Reasoning' }, 'so {x} is 1', 'so {x} is 1'],
  ])('reads %j as DSPy does from %j', (type, raw, value) => {
    expect(parseValue(type, raw)).toEqual({ ok: true, value })
  })

  it('checks a refined text by its schema', () => {
    const type: FieldType = { kind: 'refined', base: str, schema: z.string().startsWith('http') }
    expect(parseValue(type, 'http://x')).toEqual({ ok: true, value: 'http://x' })
    expect(parseValue(type, 'x').ok).toBe(false)
  })

  it('says what was expected and what was found, in short', () => {
    expect(parseValue({ kind: 'literal', values: ['billing', 'technical'] }, 'refund')).toEqual({
      ok: false,
      reason: `expected one of 'billing', 'technical', found "refund"`,
    })
    const long = parseValue(int, 'word '.repeat(100))
    expect(!long.ok && long.reason.length).toBeLessThan(120)
  })
})
