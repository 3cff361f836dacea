/** Bytes as a base64 `data:` URL. */
export function dataURL(bytes: Uint8Array, mediaType: string): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}
