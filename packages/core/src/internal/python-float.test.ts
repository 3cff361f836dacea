import { expect, test } from 'vitest'
import { pythonFloat } from './python-float.ts'

test.each([
  [3, '3.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [1e-7, '1e-07'],
  [0.0001, '0.0001'],
  [0.00001234, '1.234e-05'],
  [1e15, '1000000000000000.0'],
  [1234567890123456.8, '1234567890123456.8'],
  [1e16, '1e+16'],
  [-2.5e20, '-2.5e+20'],
  [1.5e-300, '1.5e-300'],
  [Number.NaN, 'nan'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('writes %d as Python does', (value, expected) => {
  expect(pythonFloat(value)).toBe(expected)
})
