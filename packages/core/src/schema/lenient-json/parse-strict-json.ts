import type { JSONValue } from '../json-value.ts'

/** How numbers are read: as JavaScript has them, or with those apart that are floats to Python. */
export type NumberReading = 'plain' | 'python'

/** Faultless JSON; undefined for anything else. */
export function parseStrictJSON(text: string, numbers: NumberReading): JSONValue | undefined {
  try {
    return numbers === 'plain' ? JSON.parse(text) : JSON.parse(text, keepFloat)
  } catch {
    return undefined
  }
}

/**
 * A number from its text. To Python `3.0` is another value than `3` and prints as such, so it is boxed:
 * a `Number` object, which only `pythonText` tells from a number.
 */
export function numberFrom(source: string, numbers: NumberReading): number {
  const value = Number(source)
  const isWholeFloat = numbers === 'python' && Number.isInteger(value) && /[.eE]/.test(source)
  // The box stands where a number is expected and behaves like one.
  return isWholeFloat ? (Object(value) as number) : value
}

function keepFloat(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined
    ? numberFrom(context.source, 'python')
    : value
}
