import { EmbeddingError, type JSONValue } from '@ockham/core'

const bytesPerNumber = 4

/** The numbers of an embedding: a list of them, or little-endian 32-bit floats as base64. */
export function readVector(
  value: JSONValue | undefined,
  { model, text }: { model: string; text: string },
): Float32Array {
  const vector = Array.isArray(value) ? fromList(value) : fromBase64(value)
  const wrong = vector.findIndex((number) => !Number.isFinite(number))
  if (vector.length > 0 && wrong < 0) return vector
  const what = wrong < 0 ? 'no numbers' : `what is no finite number at ${wrong}`
  throw new EmbeddingError(`${model} gave ${what} as the embedding of ${shown(text)}.`, {
    model,
    text,
    reason: 'number',
  })
}

function fromList(values: readonly JSONValue[]): Float32Array {
  return Float32Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN))
}

function fromBase64(value: JSONValue | undefined): Float32Array {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0)
  // Half a number: the text was cut off.
  if (bytes.length % bytesPerNumber !== 0) return new Float32Array()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Float32Array.from({ length: bytes.length / bytesPerNumber }, (_, at) =>
    view.getFloat32(at * bytesPerNumber, true),
  )
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
