/** For each candidate its score in [0, 1] on each example; undefined where it was not evaluated. */
export type ScoreTable = readonly (readonly (number | undefined)[])[]
