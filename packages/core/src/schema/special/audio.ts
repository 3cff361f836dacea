import { type DownloadOptions, download } from './download.ts'
import { checkMediaType, mediaTypeOf } from './media-type.ts'
import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'

/** A recording for a prompt (dspy.Audio); the constructor touches neither disk nor network. */
export class Audio {
  static readonly '~standard': SpecialSchema<'Audio'> = specialSchema('Audio')
  /** Base64. */
  readonly data: string
  /** Such as `wav` or `mp3`. */
  readonly format: string

  /** Takes an audio data URL too; throws `InputError` for anything else. */
  constructor(source: string | SpecialTypes['Audio']) {
    const { data, format } = readSpecial('Audio', source)
    this.data = data
    this.format = format
  }

  static fromBytes(bytes: Uint8Array, format: string): Audio {
    return new Audio({ data: Buffer.from(bytes).toString('base64'), format })
  }

  /** Reads a file; throws `InputError` when its name does not end like that of a recording. */
  static async fromPath(path: string): Promise<Audio> {
    const format = formatOf(checkMediaType(mediaTypeOf(path), 'audio', path))
    const { readFile } = await import('node:fs/promises')
    return Audio.fromBytes(await readFile(path), format)
  }

  /** Downloads a recording; see `download` for what to mind. */
  static async fromURL(url: string, options?: DownloadOptions): Promise<Audio> {
    const { bytes, mediaType } = await download(url, options)
    return Audio.fromBytes(bytes, formatOf(checkMediaType(mediaType, 'audio', url)))
  }
}

function formatOf(mediaType: string): string {
  return mediaType.slice('audio/'.length)
}
