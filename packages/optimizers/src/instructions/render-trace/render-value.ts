// The base64 of an image, a sound or a file, which nobody can read.
const encodedData = /[A-Za-z0-9+/_-]{2000,}=*/g

/** A value as a text for an LM to read: a string as it is, everything else as JSON. */
export function renderValue(value: unknown): string {
  const text = typeof value === 'string' ? value : asJSON(value)
  return text.replaceAll(encodedData, (data) => `(${data.length} characters of data)`)
}

function asJSON(value: unknown): string {
  try {
    return JSON.stringify(value, readable, 2) ?? String(value)
  } catch {
    // A cycle, or a getter that throws.
    return '(a value that cannot be written out)'
  }
}

function readable(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (value instanceof Map) return Object.fromEntries(value)
  return value instanceof Set ? [...value] : value
}
