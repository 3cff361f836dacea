import type { CompileRun } from '../../run/compile-run.ts'

const searchShare = 1 / 2

/** Whether the search may go on: the other half of the budget is for certifying what it finds. */
export function hasRoom<Gold extends object, Outputs extends object>(
  run: CompileRun<Gold, Outputs>,
): boolean {
  return !run.isOver && (run.pace.share ?? 0) < searchShare
}
