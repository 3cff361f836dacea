import { dataURL } from './data-url.ts'
import { mediaTypeOf } from './media-type.ts'
import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'

const unknownMediaType = 'application/octet-stream'

/** A file for a prompt (dspy.File), by its data or by the id of an upload. */
export class File {
  static readonly '~standard': SpecialSchema<'File'> = specialSchema('File')
  /** A data URL. */
  declare readonly data?: string
  declare readonly fileId?: string
  declare readonly filename?: string

  /** Takes a data URL alone too; throws `InputError` for anything else. */
  constructor(source: string | SpecialTypes['File']) {
    Object.assign(this, readSpecial('File', source))
  }

  static fromBytes(
    bytes: Uint8Array,
    options: { filename?: string; mediaType?: string } = {},
  ): File {
    const { filename, mediaType = mediaTypeOf(filename ?? '') ?? unknownMediaType } = options
    return new File({
      data: dataURL(bytes, mediaType),
      ...(filename === undefined ? {} : { filename }),
    })
  }

  static fromFileId(fileId: string, filename?: string): File {
    return new File({ fileId, ...(filename === undefined ? {} : { filename }) })
  }

  static async fromPath(
    path: string,
    options: { filename?: string; mediaType?: string } = {},
  ): Promise<File> {
    const [{ readFile }, { basename }] = await Promise.all([
      import('node:fs/promises'),
      import('node:path'),
    ])
    return File.fromBytes(await readFile(path), { filename: basename(path), ...options })
  }
}
