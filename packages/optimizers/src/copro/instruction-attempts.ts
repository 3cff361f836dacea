import type { ScoredInstruction } from '../instructions/coordinate/scored-instruction.ts'

/** The instructions that were thought of for each predictor, by its path, and how well they did when last tried. */
export class InstructionAttempts {
  private readonly known = new Map<string, Map<string, number | undefined>>()

  /** Remembers instructions; a score takes the place of an earlier one. */
  add(path: string, instructions: string, score: number | undefined): void {
    const ofPath = this.known.get(path) ?? new Map<string, number | undefined>()
    ofPath.set(instructions, score ?? ofPath.get(instructions))
    this.known.set(path, ofPath)
  }

  /** All instructions of a predictor, those it had first, each once. */
  instructions(path: string): string[] {
    return [...(this.known.get(path)?.keys() ?? [])]
  }

  /** At most `count` of those that were tried, the best first. */
  best(path: string, count: number): ScoredInstruction[] {
    return [...(this.known.get(path) ?? [])]
      .flatMap(([instructions, score]) => (score === undefined ? [] : [{ instructions, score }]))
      .sort((one, other) => other.score - one.score)
      .slice(0, count)
  }
}
