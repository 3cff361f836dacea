import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'

/** Quotations from documents, with where they stand (dspy.Citations). */
export class Citations {
  static readonly '~standard': SpecialSchema<'Citations'> = specialSchema('Citations')
  readonly citations: SpecialTypes['Citations']['citations']

  /** Throws `InputError` for anything but citations. */
  constructor(source: SpecialTypes['Citations'] | SpecialTypes['Citations']['citations']) {
    this.citations = readSpecial('Citations', source).citations
  }
}
