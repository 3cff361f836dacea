import { readSpecial } from '../schema/special/read-special.ts'
import { type SpecialSchema, specialSchema } from '../schema/special/special-schema.ts'
import type { SpecialTypes } from '../schema/special/special-types.ts'

/** A conversation so far, told to the LM in turns (dspy.History). */
export class History {
  static readonly '~standard': SpecialSchema<'History'> = specialSchema('History')
  /** The fields of each turn, inputs and outputs together. */
  readonly messages: Record<string, unknown>[]

  /** Throws `InputError` for anything but a list of turns. */
  constructor(source: SpecialTypes['History'] | readonly Readonly<Record<string, unknown>>[]) {
    const history = Array.isArray(source) ? { messages: source } : source
    this.messages = readSpecial('History', history).messages
  }
}
