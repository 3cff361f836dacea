import type { Module } from '@ockham/core'
import type { DemoSet } from '../demos/demo-sets.ts'
import { meanScore } from '../search/mean-score.ts'
import { type Assignment, TreeParzen } from '../search/tree-parzen.ts'

/** What there is to choose from for each predictor. */
export interface Choices {
  /** Instructions by path; the predictor's own are the first. */
  readonly instructions: ReadonlyMap<string, readonly string[]>
  /** Sets of demonstrations, each for all predictors; the first is the program's own. Empty where they are left alone. */
  readonly demoSets: readonly DemoSet[]
}

/** A combination that was tried, and what it scored each time. */
interface Tried {
  readonly assignment: Assignment
  readonly scores: number[]
  isFull: boolean
}

/** The combinations of a program's instructions and demonstrations, and what is known of those that were tried. */
export class Combinations<Program extends Module<never, object>> {
  private readonly program: Program
  private readonly choices: Choices
  /** How many values each variable has. */
  private readonly variables: Readonly<Record<string, number>>
  private readonly estimator: TreeParzen
  private readonly tried = new Map<string, Tried>()

  constructor(program: Program, choices: Choices, seed: number) {
    this.program = program
    this.choices = choices
    const variables = program
      .namedPredictors()
      .flatMap(([path]) => [
        [`${path} instructions`, choices.instructions.get(path)?.length ?? 1] as const,
        ...(choices.demoSets.length > 0
          ? [[`${path} demos`, choices.demoSets.length] as const]
          : []),
      ])
    this.variables = Object.fromEntries(variables)
    this.estimator = new TreeParzen({ variables: this.variables, seed })
  }

  /** The program as it was given. */
  get first(): Assignment {
    return Object.fromEntries(Object.keys(this.variables).map((name) => [name, 0]))
  }

  /** What to try next. */
  next(): Assignment {
    return this.estimator.ask()
  }

  /** Takes what a combination scored, on some of the validation examples or on all. */
  tell(assignment: Assignment, score: number, isFull: boolean): void {
    this.estimator.tell(assignment, score)
    const key = labelOf(assignment)
    const known = this.tried.get(key) ?? { assignment, scores: [], isFull: false }
    known.scores.push(score)
    known.isFull ||= isFull
    this.tried.set(key, known)
  }

  /** Of those not yet evaluated on all examples the one with the best mean. */
  mostPromising(): Assignment | undefined {
    const open = [...this.tried.values()].filter(({ isFull }) => !isFull)
    const best = open.reduce<Tried | undefined>(
      (sofar, one) =>
        sofar === undefined || meanScore(one.scores) > meanScore(sofar.scores) ? one : sofar,
      undefined,
    )
    return best?.assignment
  }

  /** A copy of the program made of a combination. */
  build(assignment: Assignment): Program {
    const copy = this.program.copy()
    for (const [path, predictor] of copy.namedPredictors()) {
      const text = this.choices.instructions.get(path)?.[assignment[`${path} instructions`] ?? 0]
      if (text !== undefined) predictor.signature = predictor.signature.withInstructions(text)
      const set = this.choices.demoSets[assignment[`${path} demos`] ?? 0]
      if (set) predictor.demos = set.get(path) ?? []
    }
    return copy
  }
}

/** A combination in words. */
export function labelOf(assignment: Assignment): string {
  return Object.entries(assignment)
    .map(([name, index]) => `${name} ${index}`)
    .join(', ')
}
