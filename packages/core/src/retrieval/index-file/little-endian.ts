// Whether this machine, as nearly all do, has the lowest byte of a number first itself.
const isNative = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The bytes of some numbers, the lowest of each first; they may share memory with them. */
export function littleEndianBytes(numbers: Float32Array): Uint8Array {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return isNative ? bytes : Buffer.from(bytes).swap32()
}

/** Brings bytes that have the lowest of each number first into the order of this machine, in place. */
export function fromLittleEndian(bytes: Buffer): void {
  if (!isNative) bytes.swap32()
}
