import type { Random } from '../random/random.ts'
import { weightedIndex } from '../random/weighted-index.ts'

/** How to draw from a pool. */
export interface DrawOptions {
  /** How many of the best may be drawn; the first program of all is always among them. */
  readonly top: number
  /** The lower, the more often the best. */
  readonly temperature: number
}

interface Member<Program> {
  readonly program: Program
  average: number
}

/** Programs and the average of their scores so far. */
export class ProgramPool<Program> {
  private readonly members: Member<Program>[]
  private readonly first: Member<Program>

  constructor(first: Program) {
    this.first = { program: first, average: 0 }
    this.members = [this.first]
  }

  /** Says how well the first program does; in DSPy it counts as 0 for good, so it is hardly drawn again. */
  scoreFirst(average: number): void {
    this.first.average = average
  }

  add(program: Program, average: number): void {
    this.members.push({ program, average })
  }

  /** A program, drawn by the softmax of the averages. */
  draw({ top, temperature }: DrawOptions, random: Random): Program {
    const eligible = this.best(top)
    const highest = Math.max(...eligible.map(({ average }) => average))
    const weights = eligible.map(({ average }) => Math.exp((average - highest) / temperature))
    return (eligible[weightedIndex(weights, random) ?? 0] ?? this.first).program
  }

  private best(count: number): Member<Program>[] {
    const best = this.members.toSorted((one, other) => other.average - one.average).slice(0, count)
    return best.includes(this.first) ? best : [...best.slice(0, -1), this.first]
  }
}
