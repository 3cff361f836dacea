import { type SpecialSchema, specialSchema } from './special-schema.ts'

/** What an LM thought before it answered, as a text (dspy.Reasoning). */
export const Reasoning: ((text: string) => string) & {
  readonly '~standard': SpecialSchema<'Reasoning'>
} = Object.assign((text: string) => text, { '~standard': specialSchema('Reasoning') })
