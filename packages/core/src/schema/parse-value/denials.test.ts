import { expect, test } from 'vitest'
import type { FieldType } from '../field-type.ts'
import { parseValue } from './parse-value.ts'

const labels = (...values: (string | number)[]): FieldType => ({ kind: 'literal', values })
const toxic = labels('toxic', 'safe')
const float: FieldType = { kind: 'float' }
const bool: FieldType = { kind: 'bool' }
const texts: FieldType = { kind: 'list', item: { kind: 'str' } }

test.each<[FieldType, string]>([
  [toxic, 'non-toxic'],
  [toxic, 'toxic-free'],
  [toxic, 'no toxic content'],
  [toxic, 'free of toxic'],
  [toxic, 'Toxic: no'],
  [toxic, 'toxic = false'],
  [toxic, 'anything but toxic'],
  [toxic, 'hardly toxic'],
  [toxic, 'It is not toxic'],
  [labels(-1, 0), '1'],
  [float, 'minus 5'],
  [float, '5 degrees below zero'],
  [float, '<5'],
  [float, '≥ 5'],
  [float, '5+'],
  [labels('A', 'B'), 'A-'],
  [labels('A', 'B'), 'A+'],
  [float, '10⁶'],
  [float, '2½'],
  [float, '3 out of ten'],
  [float, 'twenty-5'],
  [bool, 'yes, no'],
  [bool, 'No: it is true'],
  [bool, 'No problem: yes'],
  [bool, 'I doubt it is true'],
  [bool, 'No. Actually yes'],
  [texts, 'No items found'],
  [texts, 'Nothing found'],
  [texts, 'empty'],
])('of %j, %j gives no value', (type, text) => {
  expect(parseValue(type, text).ok).toBe(false)
})

test.each<[FieldType, string, unknown]>([
  [labels('<=50K', '>50K'), 'The income is >50K', '>50K'],
  [labels('C', 'C++', 'C#'), 'The language is C', 'C'],
  [labels('C', 'C++', 'C#'), 'c++', 'C++'],
  [labels('A', 'A+', 'A-'), 'Grade: A-', 'A-'],
  [labels(-1, 0, 1), 'The score is 1', 1],
  [labels(-1, 0, 1), '**-1**', -1],
  [labels('dark blue', 'blue'), 'Dark_Blue', 'dark blue'],
  [float, '−5', -5],
  [float, '–5', -5],
  [float, '−5%', -0.05],
  [bool, 'No, it can wait.', false],
])('of %j, %j means %j', (type, text, value) => {
  expect(parseValue(type, text)).toEqual({ ok: true, value })
})
