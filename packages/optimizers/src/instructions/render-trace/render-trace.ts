import { boundedText, type PieceGroup } from './bounded-text.ts'
import { fieldPieces } from './field-pieces.ts'
import { resolveMaxCharacters } from './max-characters.ts'
import type { NamedStep } from './named-steps.ts'
import { titled } from './titled.ts'

/** A run of a program, as far as it is known. */
export interface TracedRun {
  readonly steps: readonly NamedStep[]
  /** What the program gave in the end. */
  readonly result?: object
  /** What is said of the whole run. */
  readonly feedback?: string
}

/** A traced run as Markdown for an LM to read, at most `maxCharacters` long. */
export function renderTrace(run: TracedRun, maxCharacters?: number): string {
  const groups = [...run.steps.map(stepGroup), ...endGroups(run)]
  if (groups.length === 0) return '(no predictor was called)'
  return boundedText(groups, resolveMaxCharacters(maxCharacters))
}

function stepGroup({ predictor, inputs, outputs, feedback }: NamedStep, index: number): PieceGroup {
  return titled(`# Step ${index + 1}: ${predictor}`, [
    ...fieldPieces('## Inputs', inputs),
    ...fieldPieces('## Outputs', outputs),
    ...(feedback === undefined ? [] : fieldPieces('## Feedback', feedback)),
  ])
}

function endGroups({ result, feedback }: TracedRun): PieceGroup[] {
  return [
    ...(result === undefined ? [] : [fieldPieces('# Result', { ...result })]),
    ...(feedback === undefined ? [] : [fieldPieces('# Feedback', feedback)]),
  ]
}
