import { keepsDigits } from '../../internal/keeps-digits.ts'
import { pythonFloat } from '../../internal/python-float.ts'
import { PythonNumber } from '../../internal/python-number.ts'

/** How numbers are read: as JavaScript has them, or so that `pythonText` writes them as Python does. */
export type NumberReading = 'plain' | 'python'

/**
 * A number from its text. An integer that a double would change stays a text, so that no digit of an id
 * is lost. To Python `3.0` is another value than `3`, and all integers are exact.
 */
export function numberFrom(source: string, numbers: NumberReading): number | string {
  const value = Number(source)
  const isInteger = /^-?\d+$/.test(source)
  if (isInteger ? keepsDigits(source) : numbers === 'plain' || !Number.isInteger(value)) {
    return value
  }
  if (numbers === 'plain') return source
  const text = isInteger ? String(BigInt(source)) : pythonFloat(value)
  // The box stands where a number is expected, and only `pythonText` tells it from one.
  return Object(new PythonNumber(value, text)) as number
}
