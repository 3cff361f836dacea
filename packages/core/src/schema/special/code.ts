import { codeInFence } from './code-in-fence.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'

/** Code as a text, out of its Markdown fence if it stands in one (dspy.Code). */
export const Code: ((text: string) => string) & { readonly '~standard': SpecialSchema<'Code'> } =
  Object.assign((text: string) => codeInFence(text), { '~standard': specialSchema('Code') })
