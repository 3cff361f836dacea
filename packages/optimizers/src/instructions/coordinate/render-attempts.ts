import { boundedText } from '../render-trace/bounded-text.ts'
import { resolveMaxCharacters } from '../render-trace/max-characters.ts'
import type { ScoredInstruction } from './scored-instruction.ts'

/** Attempts from the worst to the best, as Markdown of at most `maxCharacters`. */
export function renderAttempts(
  attempts: readonly ScoredInstruction[],
  maxCharacters?: number,
): string {
  const ascending = [...attempts].sort((one, other) => one.score - other.score)
  const groups = ascending.map(({ instructions, score }, index) => [
    { heading: `# Instruction ${index + 1}, score ${score.toFixed(3)}`, text: instructions },
  ])
  return boundedText(groups, resolveMaxCharacters(maxCharacters))
}
