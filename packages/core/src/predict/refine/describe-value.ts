import { pythonJSON } from '../../schema/format-value/python-json.ts'

// The base64 of an image, a sound or a file, which nobody can read.
const encodedData = /[A-Za-z0-9+/_-]{2000,}=*/g

/** A value as JSON for an LM to read. */
export function describeValue(value: unknown): string {
  const text = pythonJSON({ kind: 'any' }, value, { indent: 2 })
  return text.replaceAll(encodedData, (data) => `(${data.length} characters of data)`)
}
