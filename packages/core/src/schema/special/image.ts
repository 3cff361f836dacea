import { dataURL } from './data-url.ts'
import { type DownloadOptions, download } from './download.ts'
import { checkMediaType, mediaTypeOf } from './media-type.ts'
import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'

/** An image for a prompt (dspy.Image); the constructor touches neither disk nor network. */
export class Image {
  static readonly '~standard': SpecialSchema<'Image'> = specialSchema('Image')
  /** An http, https, gs or data URL. */
  readonly url: string

  /** Throws `InputError` for anything but such a URL. */
  constructor(source: string | SpecialTypes['Image']) {
    this.url = readSpecial('Image', source).url
  }

  static fromBytes(bytes: Uint8Array, mediaType: string): Image {
    return new Image(dataURL(bytes, checkMediaType(mediaType, 'image', 'The data')))
  }

  /** Reads a file; throws `InputError` when its name does not end like that of an image. */
  static async fromPath(path: string): Promise<Image> {
    const mediaType = checkMediaType(mediaTypeOf(path), 'image', path)
    const { readFile } = await import('node:fs/promises')
    return Image.fromBytes(await readFile(path), mediaType)
  }

  /** Downloads an image; see `download` for what to mind. */
  static async fromURL(url: string, options?: DownloadOptions): Promise<Image> {
    const { bytes, mediaType } = await download(url, options)
    return Image.fromBytes(bytes, checkMediaType(mediaType ?? mediaTypeOf(url), 'image', url))
  }
}
