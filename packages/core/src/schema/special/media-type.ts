import { InputError } from '../../errors/input-error.ts'

const byExtension: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  avif: 'image/avif',
  heic: 'image/heic',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  flac: 'audio/flac',
  webm: 'audio/webm',
  pdf: 'application/pdf',
  json: 'application/json',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  html: 'text/html',
  xml: 'text/xml',
}

/** The media type of a file by the end of its name; undefined when that is not known. */
export function mediaTypeOf(path: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase()
  return extension === undefined ? undefined : byExtension[extension]
}

/** Throws `InputError` unless a media type is of one kind, such as `image`. */
export function checkMediaType(
  mediaType: string | undefined,
  kind: 'image' | 'audio',
  source: string,
): string {
  if (mediaType?.startsWith(`${kind}/`)) return mediaType
  throw new InputError(
    `${source} is no ${kind}: its media type is ${mediaType ?? 'not known'}. Give the bytes and the type yourself.`,
    {},
  )
}
