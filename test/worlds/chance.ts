/**
 * A number in [0, 1) that depends on nothing but its parts (FNV-1a, then murmur3's finalizer): the same event
 * draws the same number under every prompt, so that two programs are compared on common random numbers.
 */
export function chance(...parts: readonly (string | number)[]): number {
  const text = parts.join('\u0000')
  let bits = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}
