import { expect, test } from 'vitest'
import type { FieldType } from '../field-type.ts'
import { formatValue } from './format-value.ts'

const str: FieldType = { kind: 'str' }
const float: FieldType = { kind: 'float' }

test.each<[FieldType, unknown, string]>([
  [str, 'as it is', 'as it is'],
  [{ kind: 'bool' }, true, 'True'],
  [{ kind: 'any' }, null, 'None'],
  [float, 3, '3.0'],
  [float, 1e-7, '1e-07'],
  [{ kind: 'int' }, 3, '3'],
  [{ kind: 'union', options: [float, { kind: 'none' }] }, 3, '3.0'],
  [{ kind: 'union', options: [{ kind: 'int' }, float] }, 3, '3'],
  [{ kind: 'list', item: float }, [1, 2.5], '[1.0, 2.5]'],
  [{ kind: 'dict' }, { a: [true, null], é: 'ü' }, '{"a": [true, null], "é": "ü"}'],
  [{ kind: 'list' }, [], '[]'],
  [str, [], 'N/A'],
  [str, ['one'], '«one»'],
  [str, ['a', 'b\nc'], '[1] «a»\n[2] «««\n    b\n    c\n»»»'],
])('a %j field shows %j as %j', (type, value, expected) => {
  expect(formatValue(type, value)).toBe(expected)
})
