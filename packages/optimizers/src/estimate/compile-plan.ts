/** What a compile would run at most, without a budget and without races and stop conditions that end it early. */
export interface CompilePlan {
  /** Runs of the program, or of a teacher, on an example. */
  readonly evaluations: number
  /** Those of them that a teacher does. */
  readonly teacherRuns: number
  /** Questions to the LM that writes instructions, each counted once, however often a reply has to be asked for again. */
  readonly prompts: number
  /** Evaluations in flight at a time. */
  readonly concurrency: number
}

/** The plan of an optimizer that calls no LM while it compiles. */
export const noWork: CompilePlan = { evaluations: 0, teacherRuns: 0, prompts: 0, concurrency: 1 }
