import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'

/** A text that the LM can cite (dspy.Document). */
export class Document {
  static readonly '~standard': SpecialSchema<'Document'> = specialSchema('Document')
  readonly data: string
  declare readonly title?: string
  /** `text/plain` unless said otherwise. */
  declare readonly mediaType?: string
  declare readonly context?: string

  /** Takes the text alone too; throws `InputError` for anything else. */
  constructor(source: string | SpecialTypes['Document']) {
    const { data, ...others } = readSpecial('Document', source)
    this.data = data
    Object.assign(this, others)
  }
}
