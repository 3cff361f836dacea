/** The two halves of a base64 `data:` URL. */
export interface DataURL {
  mediaType: string
  /** Base64. */
  data: string
}

/** Undefined when the text is not a base64 `data:` URL. */
export function parseDataURL(url: string): DataURL | undefined {
  const comma = url.indexOf(',')
  if (comma < 0 || !url.startsWith('data:')) return undefined
  const [mediaType, ...parameters] = url.slice('data:'.length, comma).split(';')
  if (!mediaType || !parameters.includes('base64')) return undefined
  return { mediaType, data: url.slice(comma + 1) }
}
