import { describe, expect, it } from 'vitest'
import type { FieldType, ScalarKind } from '../field-type.ts'
import { coerce } from './coerce.ts'

const str: FieldType = { kind: 'str' }
const int: FieldType = { kind: 'int' }
const float: FieldType = { kind: 'float' }
const none: FieldType = { kind: 'none' }
const union = (...options: FieldType[]): FieldType => ({ kind: 'union', options })

describe('coerce', () => {
  it.each<[ScalarKind, unknown, unknown]>([
    ['str', 'a', 'a'],
    ['int', ' 3 ', 3],
    ['int', '+3', 3],
    ['int', '3.00', 3],
    ['int', '1_000', 1000],
    ['int', 3.0, 3],
    ['int', true, 1],
    ['float', '3', 3],
    ['float', '1e5', 100_000],
    ['float', '1_000.5', 1000.5],
    ['float', '.5', 0.5],
    ['float', '5.', 5],
    ['float', 'NaN', Number.NaN],
    ['float', '-inf', -Infinity],
    ['bool', 'YES', true],
    ['bool', 'off', false],
    ['bool', 'n', false],
    ['bool', 1, true],
    ['none', null, null],
    ['any', { a: 1 }, { a: 1 }],
  ])('gives a %s from %j', (kind, value, expected) => {
    expect(coerce({ kind }, value)).toEqual({ ok: true, value: expected })
  })

  it.each<[ScalarKind, unknown]>([
    ['str', 1],
    ['str', null],
    ['int', '3.5'],
    ['int', 3.5],
    ['int', '3.'],
    ['int', '1,000'],
    ['int', '1__0'],
    ['int', '1e5'],
    ['int', Infinity],
    ['int', ''],
    ['float', '1e'],
    ['float', '0x1'],
    ['float', '95%'],
    ['bool', 2],
    ['bool', ' true'],
    ['bool', ''],
    ['none', 'None'],
  ])('takes no %s from %j', (kind, value) => {
    expect(coerce({ kind }, value).ok).toBe(false)
  })

  it('converts the items of lists, tuples and dicts', () => {
    expect(coerce({ kind: 'list', item: int }, ['1', 2])).toEqual({ ok: true, value: [1, 2] })
    expect(coerce({ kind: 'tuple', items: [int, str] }, ['1', 'a'])).toEqual({
      ok: true,
      value: [1, 'a'],
    })
    expect(coerce({ kind: 'tuple', items: [int], rest: str }, [1, 'a', 'b']).ok).toBe(true)
    expect(coerce({ kind: 'dict', value: float }, { a: '3' })).toEqual({
      ok: true,
      value: { a: 3 },
    })
    expect(coerce({ kind: 'tuple', items: [int, str] }, [1]).ok).toBe(false)
    expect(coerce({ kind: 'list' }, 'a').ok).toBe(false)
    expect(coerce({ kind: 'dict' }, [1]).ok).toBe(false)
  })

  it('says where in a container the fault is', () => {
    const type: FieldType = { kind: 'dict', value: { kind: 'list', item: int } }
    expect(coerce(type, { a: [1, 'x'] })).toEqual({
      ok: false,
      reason: '"a": item 2: expected int, found "x"',
    })
  })

  it('finds literals exactly and enums by value, then by name', () => {
    const literal: FieldType = { kind: 'literal', values: ['a', 1, true] }
    expect(coerce(literal, 'a')).toEqual({ ok: true, value: 'a' })
    expect(coerce(literal, true)).toEqual({ ok: true, value: true })
    expect(coerce(literal, 'A').ok).toBe(false)
    expect(coerce(literal, '1').ok).toBe(false)
    const color: FieldType = { kind: 'enum', name: 'Color', members: { RED: 'red', red: 'dark' } }
    expect(coerce(color, 'red')).toEqual({ ok: true, value: 'red' })
    expect(coerce(color, 'RED')).toEqual({ ok: true, value: 'red' })
    expect(coerce(color, 'blue').ok).toBe(false)
  })

  it.each<[FieldType, unknown, unknown]>([
    [union(int, str), '3', '3'],
    [union(int, float), '3.5', 3.5],
    [union(float, int), '3', 3],
    [union({ kind: 'bool' }, int), 'yes', true],
    [union({ kind: 'bool' }, int), 1, 1],
    [union(int, none), null, null],
    [union({ kind: 'list', item: int }, { kind: 'list', item: str }), ['1'], ['1']],
  ])('chooses the option of a union that a value already fits', (type, value, expected) => {
    expect(coerce(type, value)).toEqual({ ok: true, value: expected })
  })

  it('chooses among models the one that knows most of the properties', () => {
    const small: FieldType = {
      kind: 'model',
      name: 'Small',
      properties: [{ name: 'a', type: int, required: true }],
    }
    const large: FieldType = {
      kind: 'model',
      name: 'Large',
      properties: [
        { name: 'a', type: int, required: true },
        { name: 'b', type: int, required: true },
      ],
    }
    expect(coerce(union(small, large), { a: 1, b: 2 })).toEqual({ ok: true, value: { a: 1, b: 2 } })
    expect(coerce(union(small, large), { a: 1 })).toEqual({ ok: true, value: { a: 1 } })
  })
})
