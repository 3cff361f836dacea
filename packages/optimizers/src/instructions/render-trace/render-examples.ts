import { exampleInputs } from '@ockham/core'
import { boundedText, type PieceGroup } from './bounded-text.ts'
import { fieldPieces } from './field-pieces.ts'
import { resolveMaxCharacters } from './max-characters.ts'
import { titled } from './titled.ts'

/** Examples as Markdown for an LM to read, inputs apart from labels, at most `maxCharacters` long. */
export function renderExamples(examples: readonly object[], maxCharacters?: number): string {
  return boundedText(examples.map(exampleGroup), resolveMaxCharacters(maxCharacters))
}

function exampleGroup(row: object, index: number): PieceGroup {
  const inputs = exampleInputs(row)
  const labels = Object.entries(row).filter(([name]) => !Object.hasOwn(inputs, name))
  return titled(`# Example ${index + 1}`, [
    ...fieldPieces('## Inputs', inputs),
    ...fieldPieces('## Labels', Object.fromEntries(labels)),
  ])
}
