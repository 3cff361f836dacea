import { boundedText } from '../render-trace/bounded-text.ts'
import { fieldPieces } from '../render-trace/field-pieces.ts'
import { resolveMaxCharacters } from '../render-trace/max-characters.ts'
import type { NamedStep } from '../render-trace/named-steps.ts'
import { titled } from '../render-trace/titled.ts'

/** One call of the predictor whose instructions are looked at, and what is said of it. */
export type ReflectiveRecord = Omit<NamedStep, 'predictor' | 'feedback'> & {
  readonly feedback: string
}

/** Records as Markdown for an LM to read, at most `maxCharacters` long (GEPA's reflective dataset). */
export function renderRecords(
  records: readonly ReflectiveRecord[],
  maxCharacters?: number,
): string {
  const groups = records.map(({ inputs, outputs, feedback }, index) =>
    titled(`# Example ${index + 1}`, [
      ...fieldPieces('## Inputs', inputs),
      ...fieldPieces('## Generated Outputs', outputs),
      ...fieldPieces('## Feedback', feedback),
    ]),
  )
  return boundedText(groups, resolveMaxCharacters(maxCharacters))
}
