import { Audio, File, Image } from '@ockham/core'

/** Base64 data as what its media type says it is. */
export function fromBlob(
  data: string,
  mediaType = 'application/octet-stream',
  filename?: string,
): Image | Audio | File {
  const url = `data:${mediaType};base64,${data}`
  if (mediaType.startsWith('image/')) return new Image(url)
  if (mediaType.startsWith('audio/')) return new Audio(url)
  return new File({ data: url, ...(filename === undefined ? {} : { filename }) })
}
